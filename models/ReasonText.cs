using System.Globalization;

namespace ClaimInsights.Models;

/// <summary>The wording of every reason, with its numbers in it. A fact about the claim, never a verdict.</summary>
public static class ReasonText
{
    private static readonly Dictionary<string, (string English, string Chinese)> Sentences =
        Rules.All.ToDictionary(rule => rule.Code, rule => (rule.English, rule.Chinese), StringComparer.Ordinal);

    /// <summary>Codes that are worded.</summary>
    public static IEnumerable<string> Codes => Sentences.Keys;

    /// <summary>A reason as it is stored: <c>code|number|number</c>, numbers rounded to what is read.</summary>
    public static string Stored(string code, IReadOnlyList<double> numbers) =>
        numbers.Count == 0 ? code : string.Join('|', numbers.Select(Rounded).Prepend(code));

    /// <summary>The sentence of a stored reason in English.</summary>
    /// <exception cref="ModelException">The reason is not one of this version.</exception>
    public static string English(string reason) => Worded(reason, sentence => sentence.English);

    /// <summary>The sentence of a stored reason in Chinese.</summary>
    /// <exception cref="ModelException">The reason is not one of this version.</exception>
    public static string Chinese(string reason) => Worded(reason, sentence => sentence.Chinese);

    private static string Worded(string reason, Func<(string English, string Chinese), string> language)
    {
        ArgumentNullException.ThrowIfNull(reason);
        var parts = reason.Split('|');
        if (!Sentences.TryGetValue(parts[0], out var sentence))
        {
            throw new ModelException($"suspicions: the reason '{reason}' is not known to this version; score again: claiminsights score");
        }

        try
        {
            return string.Format(CultureInfo.InvariantCulture, language(sentence), [.. parts.Skip(1).Select(Grouped)]);
        }
        catch (FormatException problem)
        {
            throw new ModelException($"suspicions: the reason '{reason}' has not the numbers of its sentence; score again: claiminsights score", problem);
        }
    }

    private static string Rounded(double number) =>
        Math.Abs(number) >= 100 ? number.ToString("0", CultureInfo.InvariantCulture) : number.ToString("0.#", CultureInfo.InvariantCulture);

    private static object Grouped(string number) =>
        double.Parse(number, CultureInfo.InvariantCulture).ToString("#,0.#", CultureInfo.InvariantCulture);
}
