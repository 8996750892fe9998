using System.Text.Json;

namespace ClaimInsights.Ingest;

/// <summary>The columns of a file of JSON lines: every key of every sound line, in the order in which they first appear.</summary>
internal static class JsonHeader
{
    private const int Most = 4096;

    public static List<string> Of(DeliveryFile file, SourceText source)
    {
        var names = new List<string>();
        var known = new HashSet<string>(StringComparer.Ordinal);
        var stream = new FileStream(source.Path, FileMode.Open, FileAccess.Read, FileShare.Read, 1, FileOptions.SequentialScan);
        stream.Position = source.Start;
        using var lines = new LineReader(stream, source.Start);
        var any = false;
        while (lines.Next())
        {
            any |= !JsonRecords.IsBlank(lines);
            if (JsonRecords.ProblemOf(lines) is null)
            {
                Gather(lines.Bytes, names, known);
            }

            if (names.Count > Most)
            {
                throw new DeliveryException($"{file.Name}, line {lines.Line}: more than {Most} different keys; expected the same ones in each line. Export a table, one object a row");
            }
        }

        return names.Count > 0 ? names : throw new DeliveryException(any
            ? $"{file.Name}: no line is a JSON object; expected one object a line. Export the file as JSON lines"
            : $"{file.Name}: the file holds blank lines only; expected one JSON object a line. Ask its sender for it again");
    }

    private static void Gather(ReadOnlySpan<byte> line, List<string> names, HashSet<string> known)
    {
        try
        {
            var reader = new Utf8JsonReader(line);
            if (!reader.Read() || reader.TokenType != JsonTokenType.StartObject)
            {
                return;
            }

            var found = new List<string>();
            while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
            {
                found.Add(reader.GetString()!.Trim());
                reader.Read();
                reader.Skip();
            }

            names.AddRange(found.Where(known.Add));
        }
        catch (Exception exception) when (exception is JsonException or InvalidOperationException)
        {
            // The line is damaged; it is quarantined when it is read.
        }
    }
}
