using ClaimInsights.Analysis.Statistics;

namespace ClaimInsights.Analysis.Fairness;

/// <summary>
/// What clerks write beside the code of a rejection: one row per stated reason and reason read from the words, of claims rejected or partly paid
/// and closed in the months that are scored; stated reasons in order, most claims first. An insight table: the parameters are its columns.
/// </summary>
/// <param name="StatedReason">The code on the claim.</param>
/// <param name="NoteReason">The code read from its note; <c>not_coded</c>: the words give none; <c>no_note</c>: there are none.</param>
/// <param name="Claims">At least 1.</param>
/// <param name="Share">Of the claims with that stated reason; 0–1.</param>
/// <param name="ShareLow">Lower 95 % Wilson limit.</param>
/// <param name="ShareHigh">Upper limit.</param>
/// <param name="Agrees">Words and code say the same; null: the words give no code.</param>
/// <param name="Examples">Up to three of the commonest notes, cut at 80 characters, joined by <c> | </c>; empty: no note.</param>
public sealed record RejectionNote(
    string StatedReason, string NoteReason, long Claims, double Share, double ShareLow, double ShareHigh, bool? Agrees, string Examples)
{
    /// <summary>There are no words.</summary>
    public const string None = "no_note";

    /// <summary>The words give no reason.</summary>
    public const string NotCoded = "not_coded";

    private const int MostExamples = 3;
    private const int LongestExample = 80;

    /// <summary>Codes the notes.</summary>
    public static IReadOnlyList<RejectionNote> Of(IReadOnlyList<RejectionNoteCount> counts)
    {
        ArgumentNullException.ThrowIfNull(counts);
        var stated = counts.GroupBy(one => one.Reason, StringComparer.Ordinal).ToDictionary(one => one.Key, one => one.Sum(note => note.Claims), StringComparer.Ordinal);
        return
        [
            .. counts.GroupBy(one => (one.Reason, Read: one.Note.Length == 0 ? None : NoteCoding.CodeOf(one.Note) ?? NotCoded))
                .Select(group => Row(group.Key.Reason, group.Key.Read, [.. group], stated[group.Key.Reason]))
                .OrderBy(row => row.StatedReason, StringComparer.Ordinal).ThenByDescending(row => row.Claims).ThenBy(row => row.NoteReason, StringComparer.Ordinal),
        ];
    }

    private static RejectionNote Row(string stated, string read, IReadOnlyList<RejectionNoteCount> notes, long all)
    {
        var claims = notes.Sum(note => note.Claims);
        var share = ShareInterval.Wilson(claims, all);
        var examples = notes.Where(note => note.Note.Length > 0).OrderByDescending(note => note.Claims).ThenBy(note => note.Note, StringComparer.Ordinal)
            .Take(MostExamples).Select(note => note.Note.Length > LongestExample ? note.Note[..LongestExample] + "…" : note.Note);
        return new(
            stated, read, claims, share.Share, share.Low, share.High, read is None or NotCoded ? null : read == stated,
            string.Join(" | ", examples));
    }
}
