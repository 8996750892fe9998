using System.Text;

namespace ClaimInsights.Ingest;

/// <summary>Date formats as mappings write them, in the engine's letters.</summary>
internal static class DateFormat
{
    // Longest first, so that MM is not two M.
    private static readonly (string Ours, string Theirs)[] Letters =
    [
        ("yyyy", "%Y"), ("MM", "%m"), ("M", "%-m"), ("dd", "%d"), ("d", "%-d"), ("HH", "%H"), ("mm", "%M"), ("ss", "%S"),
    ];

    /// <summary>Whether every part has a fixed width, so that a value can be held against what it would be written as.</summary>
    public static bool IsFixedWidth(string format) =>
        !format.Replace("MM", "", StringComparison.Ordinal).Contains('M', StringComparison.Ordinal)
        && !format.Replace("dd", "", StringComparison.Ordinal).Contains('d', StringComparison.Ordinal);

    /// <summary>The engine's form of a format; null where it has no year, month and day, each once.</summary>
    public static string? ToStrptime(string format)
    {
        var result = new StringBuilder();
        var rest = format;
        while (rest.Length > 0)
        {
            var letters = Letters.FirstOrDefault(pair => rest.StartsWith(pair.Ours, StringComparison.Ordinal));
            if (letters.Ours is null && char.IsAsciiLetter(rest[0]) && rest[0] is not ('T' or 'Z'))
            {
                return null;
            }

            result.Append(letters.Theirs ?? (rest[0] == '%' ? "%%" : rest[..1]));
            rest = rest[(letters.Ours?.Length ?? 1)..];
        }

        var made = result.ToString();
        return Count(made, "%Y") == 1 && Count(made, "%m") + Count(made, "%-m") == 1 && Count(made, "%d") + Count(made, "%-d") == 1 ? made : null;
    }

    private static int Count(string text, string part) => text.Split(part).Length - 1;
}
