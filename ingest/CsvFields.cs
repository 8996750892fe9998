using System.Text;

namespace ClaimInsights.Ingest;

/// <summary>The fields of one sound record.</summary>
internal static class CsvFields
{
    private const byte Quote = (byte)'"';

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
