using System.Text;

namespace ClaimInsights.Ingest;

/// <summary>The fields of one sound record.</summary>
internal static class CsvFields
{
    /// <summary>What is trimmed around a value: blanks, tabs, line ends, the no-break space and the ideographic space.</summary>
    public const string Blanks = " \t\n\r\u00A0\u3000";

    private const byte Quote = (byte)'"';

    /// <summary>The value without the blanks around it.</summary>
    public static string Trim(string field) => field.AsSpan().Trim(Blanks).ToString();

    /// <summary>Whether a blank may begin or end these bytes; sure where it says no.</summary>
    public static bool MayBeginOrEndBlank(ReadOnlySpan<byte> field) =>
        !field.IsEmpty && (field[0] <= (byte)' ' || field[0] is 0xC2 or 0xE3 || field[^1] <= (byte)' ' || field[^1] is 0xA0 or 0x80);

    /// <summary>Splits a sound record into its values, unquoted and with the blanks around them.</summary>
    public static List<string> Of(ReadOnlySpan<byte> record, byte delimiter)
    {
        var fields = new List<string>();
        var rest = record;
        while (true)
        {
            var opened = delimiter == ' ' ? rest : rest.TrimStart((byte)' ');
            if (!opened.IsEmpty && opened[0] == Quote)
            {
                var close = ClosingQuote(opened);
                fields.Add(Encoding.UTF8.GetString(opened[1..close]).Replace("\"\"", "\"", StringComparison.Ordinal));
                rest = opened[(close + 1)..];
                var next = rest.IndexOf(delimiter);
                if (next < 0)
                {
                    return fields;
                }

                rest = rest[(next + 1)..];
            }
            else
            {
                var end = rest.IndexOf(delimiter);
                fields.Add(Encoding.UTF8.GetString(end < 0 ? rest : rest[..end]));
                if (end < 0)
                {
                    return fields;
                }

                rest = rest[(end + 1)..];
            }
        }
    }

    private static int ClosingQuote(ReadOnlySpan<byte> field)
    {
        var at = 1;
        while (true)
        {
            at += field[at..].IndexOf(Quote);
            if (at + 1 >= field.Length || field[at + 1] != Quote)
            {
                return at;
            }

            at += 2;
        }
    }
}
