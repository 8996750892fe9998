using System.Buffers;
using System.Text;
using System.Text.Json;
using System.Text.Unicode;

namespace ClaimInsights.Ingest;

/// <summary>
/// The records of a file of JSON lines: one object a line. Texts are taken as they are, numbers as they are written, lists and objects as
/// their JSON; the contract's rules judge all of it as text.
/// </summary>
internal sealed class JsonRecords : IRecordReader
{
    private readonly LineReader lines;
    private readonly Dictionary<string, int> columns;
    private readonly string?[] cells;
    private readonly bool isWorkbook;
    private readonly ArrayBufferWriter<byte> csv = new();

    /// <param name="stream">UTF-8 text, at its first byte after a byte order mark.</param>
    /// <param name="position">The position of that byte in the file.</param>
    /// <param name="header">Every key that may stand there.</param>
    /// <param name="isWorkbook">Whether it is a workbook's copy, in which a number that is no text is one that the workbook could not hold.</param>
    public JsonRecords(Stream stream, long position, IReadOnlyList<string> header, bool isWorkbook)
    {
        lines = new LineReader(stream, position);
        columns = header.Select((name, index) => (name, index)).ToDictionary(one => one.name, one => one.index, StringComparer.Ordinal);
        cells = new string?[header.Count];
        this.isWorkbook = isWorkbook;
    }

    public ReadOnlySpan<byte> Bytes => csv.WrittenSpan;

    public bool Next(int expectedFields, out CsvRecord record)
    {
        record = default;
        do
        {
            if (!lines.Next())
            {
                return false;
            }
        }
        while (IsBlank(lines));

        Array.Clear(cells);
        var problem = ProblemOf(lines) ?? Read();
        if (problem is null)
        {
            WriteCsv();
        }

        record = new CsvRecord(lines.Line, lines.Position, lines.Bytes.Length, cells.Length, true, problem);
        return true;
    }

    public void Dispose() => lines.Dispose();

    /// <summary>Whether a line is no row.</summary>
    public static bool IsBlank(LineReader line) => !line.Bytes.ContainsAnyExcept((byte)' ', (byte)'\t', (byte)'\r');

    /// <summary>What is wrong with a line before it is looked at as JSON.</summary>
    public static Problem? ProblemOf(LineReader line) =>
        line.IsTooLong ? Problem.RowTooLong
        : line.Bytes.Contains((byte)0) ? Problem.NulByte
        : !Utf8.IsValid(line.Bytes) ? Problem.InvalidBytes
        : null;

    private Problem? Read()
    {
        Span<bool> seen = cells.Length <= 512 ? stackalloc bool[cells.Length] : new bool[cells.Length];
        try
        {
            var reader = new Utf8JsonReader(lines.Bytes);
            if (!reader.Read() || reader.TokenType != JsonTokenType.StartObject)
            {
                return Problem.NotJson;
            }

            while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
            {
                if (!columns.TryGetValue(reader.GetString()!.Trim(), out var column))
                {
                    return Problem.WrongColumnCount;
                }

                if (seen[column])
                {
                    return Problem.NotJson;
                }

                seen[column] = true;
                reader.Read();
                if (isWorkbook && reader.TokenType == JsonTokenType.Number)
                {
                    return Problem.ImpreciseNumber;
                }

                cells[column] = Cell(ref reader, lines.Bytes);
                if (cells[column]?.Contains('\0', StringComparison.Ordinal) == true)
                {
                    return Problem.NulByte;
                }
            }

            return reader.Read() ? Problem.NotJson : null;
        }
        catch (Exception exception) when (exception is JsonException or InvalidOperationException)
        {
            return Problem.NotJson;
        }
    }

    private static string? Cell(ref Utf8JsonReader reader, ReadOnlySpan<byte> line)
    {
        switch (reader.TokenType)
        {
            case JsonTokenType.Null:
                return null;
            case JsonTokenType.String:
                return reader.GetString();
            case JsonTokenType.StartArray or JsonTokenType.StartObject:
                var begin = (int)reader.TokenStartIndex;
                reader.Skip();
                return Encoding.UTF8.GetString(line[begin..(int)reader.BytesConsumed]);
            default:
                return Encoding.UTF8.GetString(reader.ValueSpan);
        }
    }

    private void WriteCsv()
    {
        csv.ResetWrittenCount();
        for (var index = 0; index < cells.Length; index++)
        {
            if (index > 0)
            {
                csv.Write(","u8);
            }

            if (cells[index] is { } cell)
            {
                Encoding.UTF8.GetBytes("\"" + CsvFields.Trim(cell).Replace("\"", "\"\"", StringComparison.Ordinal) + "\"", csv);
            }
        }
    }
}
