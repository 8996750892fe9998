using System.Buffers;
using System.Globalization;
using System.Text;

namespace ClaimInsights.Ingest;

/// <summary>A raw line as text that any reader can hold: NUL bytes and bytes that are not of the encoding are written <c>\xHH</c>.</summary>
internal static class RawText
{
    public static string Of(ReadOnlySpan<byte> line)
    {
        var text = new StringBuilder(line.Length);
        Span<char> characters = stackalloc char[2];
        while (!line.IsEmpty)
        {
            if (Rune.DecodeFromUtf8(line, out var rune, out var consumed) == OperationStatus.Done && rune.Value != 0)
            {
                text.Append(characters[..rune.EncodeToUtf16(characters)]);
            }
            else
            {
                AppendEscaped(text, line[..consumed]);
            }

            line = line[consumed..];
        }

        return text.ToString();
    }

    public static void AppendEscaped(StringBuilder text, ReadOnlySpan<byte> bytes)
    {
        foreach (var value in bytes)
        {
            text.Append("\\x").Append(value.ToString("X2", CultureInfo.InvariantCulture));
        }
    }
}
