using System.Collections.Immutable;
using System.Reflection;

namespace ClaimInsights.Analysis.Fairness;

/// <summary>Reads a reason of rejection from a clerk's words, English or Chinese, by the phrases of <c>RejectionWords.txt</c>.</summary>
internal static class NoteCoding
{
    // A denial counts where it stands directly before the phrase.
    private static readonly string[] Denials = ["not ", "no ", "without ", "isn't ", "never ", "非", "无", "未", "不是", "没有", "并非"];

    private static readonly ImmutableArray<(string Code, string Phrase)> Phrases =
    [
        .. SqlFile.Read(Assembly.GetExecutingAssembly(), "RejectionWords.txt").Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)
            .Where(line => line[0] != '#').Select(line => line.Split('\t'))
            .SelectMany(line => line[1].Split('|').Select(phrase => (line[0], phrase)))
            .OrderByDescending(pair => pair.phrase.Length * (pair.phrase[0] > 127 ? 3 : 1)).ThenBy(pair => pair.phrase, StringComparer.Ordinal),
    ];

    /// <summary>The codes that the words can give.</summary>
    public static IEnumerable<string> Codes => Phrases.Select(pair => pair.Code).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal);

    /// <summary>The code that the words give; null: none.</summary>
    public static string? CodeOf(string note)
    {
        var text = string.Join(' ', note.ToLowerInvariant().Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        foreach (var (code, phrase) in Phrases)
        {
            for (var at = text.IndexOf(phrase, StringComparison.Ordinal); at >= 0; at = text.IndexOf(phrase, at + 1, StringComparison.Ordinal))
            {
                if (IsWord(text, at, phrase) && !Denials.Any(denial => text.AsSpan(0, at).EndsWith(denial)))
                {
                    return code;
                }
            }
        }

        return null;
    }

    // "ntf" is no part of another word; Chinese has no blanks to go by. Endings are allowed: "modified vehicles".
    private static bool IsWord(string text, int at, string phrase) =>
        phrase[0] > 127 || ((at == 0 || !char.IsAsciiLetterOrDigit(text[at - 1])) && (phrase.Length > 4 || at + phrase.Length == text.Length || !char.IsAsciiLetterOrDigit(text[at + phrase.Length])));
}
