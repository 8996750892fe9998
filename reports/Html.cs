using System.Runtime.CompilerServices;
using System.Text;

namespace ClaimInsights.Reports;

/// <summary>
/// A piece of a page, written as an interpolated string: what stands in the string is markup, what is put into it is text and is
/// escaped, so that no claim can bring markup of its own.
/// </summary>
[InterpolatedStringHandler]
internal readonly struct Html
{
    private readonly StringBuilder text;

    public Html(int literalLength, int formattedCount) => text = new StringBuilder(literalLength + (formattedCount * 16));

    /// <summary>Nothing.</summary>
    public static Html None => $"";

    /// <summary>Text without any markup.</summary>
    public static Html Text(string value) => $"{value}";

    public void AppendLiteral(string value) => text.Append(value);

    public void AppendFormatted(string? value)
    {
        foreach (var letter in value ?? "")
        {
            _ = letter switch
            {
                '&' => text.Append("&amp;"),
                '<' => text.Append("&lt;"),
                '>' => text.Append("&gt;"),
                '"' => text.Append("&quot;"),
                '\'' => text.Append("&#39;"),
                < ' ' and not '\n' => text.Append('\uFFFD'),
                _ => text.Append(letter),
            };
        }
    }

    public void AppendFormatted(int value) => text.Append(value);

    public void AppendFormatted(Html value) => text.Append(value.text);

    public void AppendFormatted(IEnumerable<Html> values)
    {
        foreach (var value in values)
        {
            text.Append(value.text);
        }
    }

    /// <inheritdoc/>
    public override string ToString() => text.ToString();
}
