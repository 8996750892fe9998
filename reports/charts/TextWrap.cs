using System.Text;

namespace ClaimInsights.Reports.Charts;

/// <summary>Breaks a text into lines that fit: at blanks, after hyphens and slashes, and between Chinese characters; a longer word is broken anywhere.</summary>
internal static class TextWrap
{
    private const string NeverFirst = "，。；：、！？）》”%·,.;:!?)";

    /// <param name="text">One paragraph.</param>
    /// <param name="width">What a line may measure.</param>
    /// <param name="measure">Measures a line.</param>
    public static IReadOnlyList<string> Lines(string text, float width, Func<string, float> measure)
    {
        var lines = new List<string>();
        var line = "";
        foreach (var piece in Pieces(text))
        {
            if (line.Length == 0 || measure((line + piece).TrimEnd()) <= width)
            {
                line += piece;
            }
            else
            {
                lines.Add(line.TrimEnd());
                line = piece;
            }

            while (measure(line.TrimEnd()) > width && line.TrimEnd().Length > 1)
            {
                var fits = Enumerable.Range(1, line.Length - 1).Last(length => length == 1 || measure(line[..length]) <= width);
                lines.Add(line[..fits]);
                line = line[fits..];
            }
        }

        return line.TrimEnd().Length > 0 || lines.Count == 0 ? [.. lines, line.TrimEnd()] : lines;
    }

    private static IEnumerable<string> Pieces(string text)
    {
        var piece = new StringBuilder();
        for (var i = 0; i < text.Length; i++)
        {
            piece.Append(text[i]);
            if (i + 1 == text.Length || MayBreak(text[i], text[i + 1]))
            {
                yield return piece.ToString();
                piece.Clear();
            }
        }
    }

    private static bool MayBreak(char before, char after) =>
        (before is ' ' or '-' or '/' or '_' && after != ' ')
        || ((IsWide(before) || IsWide(after)) && after != ' ' && !NeverFirst.Contains(after, StringComparison.Ordinal) && before is not ('（' or '《' or '“'));

    private static bool IsWide(char letter) => letter is >= '\u2e80' and <= '\u9fff' or >= '\uf900' and <= '\ufaff' or >= '\uff00' and <= '\uff60';
}
