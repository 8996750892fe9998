using System.Text;

namespace ClaimInsights.Ingest;

/// <summary>A file of raw lines, to be corrected and taken in again.</summary>
/// <param name="Path">Where it was written.</param>
/// <param name="ProblemsPath">Beside it: line, column, value and problem of each of its rows, as CSV.</param>
/// <param name="DeliveredFile">The file in which the rows came.</param>
/// <param name="Mapping">File name of the mapping with which it came, and which it needs again; null: none.</param>
/// <param name="Rows">Its rows, without the header.</param>
public sealed record CorrectableFile(string Path, string ProblemsPath, string DeliveredFile, string? Mapping, long Rows);

/// <summary>Writes a store's quarantined rows as they came, under their headers, one file for each file in which they came.</summary>
public static class QuarantineExport
{
    /// <summary>Writes the files; none where nothing is quarantined.</summary>
    /// <param name="store">The store.</param>
    /// <param name="file">The first file's path; a further one gets <c>-2</c>, <c>-3</c> … before its ending. Rows that came as JSON lines, in a workbook or in Parquet are written as JSON lines, with the ending <c>.jsonl</c>.</param>
    /// <exception cref="DeliveryException">A file is there already: it may hold corrections.</exception>
    public static IReadOnlyList<CorrectableFile> Write(ClaimStore store, string file)
    {
        ArgumentNullException.ThrowIfNull(store);
        var mappings = DeliveryLog.Of(store).ToDictionary(receipt => receipt.DeliveryId, receipt => receipt.Files, StringComparer.Ordinal);
        var written = new List<CorrectableFile>();
        foreach (var source in Rows(store).GroupBy(row => (row.Delivery, row.File, row.Header)))
        {
            var path = PathOf(file, written.Count + 1, isJson: source.Key.Header is null);
            var problems = System.IO.Path.ChangeExtension(path, ".problems.csv");
            foreach (var target in new[] { path, problems }.Where(System.IO.File.Exists))
            {
                throw new DeliveryException($"{target}: is there already, and may hold corrections; expected a new name. Name another, or remove it");
            }

            var rows = Write(path, problems, source.Key.Header, source);
            var mapping = mappings.GetValueOrDefault(source.Key.Delivery)?.FirstOrDefault(part => part.File == source.Key.File)?.Mapping;
            written.Add(new CorrectableFile(path, problems, source.Key.File, mapping, rows));
        }

        return written;
    }

    private static List<Row> Rows(ClaimStore store) => QuarantineView.Rows(
        store,
        """
        select parse_filename(_file, true) as delivery, file, header, line, raw, "column", value, problem, message
        from quarantined order by delivery, file, line, "column" nulls first, problem, value
        """,
        reader => new Row(
            reader.GetString(0), reader.GetString(1), TextOrNull(reader, 2), reader.GetInt64(3), reader.GetString(4),
            TextOrNull(reader, 5), TextOrNull(reader, 6), reader.GetString(7), reader.GetString(8)));

    private static string? TextOrNull(System.Data.Common.DbDataReader reader, int index) => reader.IsDBNull(index) ? null : reader.GetString(index);

    private static string PathOf(string file, int number, bool isJson)
    {
        var numbered = number == 1 ? file : System.IO.Path.Combine(
            System.IO.Path.GetDirectoryName(file) ?? "", $"{System.IO.Path.GetFileNameWithoutExtension(file)}-{number}{System.IO.Path.GetExtension(file)}");
        return isJson ? System.IO.Path.ChangeExtension(numbered, ".jsonl") : numbered;
    }

    // With a mark, so that a spreadsheet shows Chinese as it is.
    private static long Write(string path, string problems, string? header, IEnumerable<Row> rows)
    {
        var encoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: header is not null);
        using var lines = new StreamWriter(path, append: false, encoding) { NewLine = "\n" };
        using var list = new StreamWriter(problems, append: false, new UTF8Encoding(encoderShouldEmitUTF8Identifier: true)) { NewLine = "\n" };
        list.WriteLine("line,delivered_file,delivered_line,column,value,problem,message");
        long line = 1;
        long count = 0;
        if (header is not null)
        {
            lines.WriteLine(header);
            line += 1 + header.Count(character => character == '\n');
        }

        foreach (var row in rows.GroupBy(row => row.Line))
        {
            var raw = row.First().Raw;
            lines.WriteLine(raw);
            foreach (var problem in row.DistinctBy(one => (one.Column, one.Value, one.Problem)))
            {
                list.WriteLine(string.Join(',', new[] { $"{line}", problem.File, $"{problem.Line}", problem.Column, problem.Value, problem.Problem, problem.Message }.Select(Quoted)));
            }

            line += 1 + raw.Count(character => character == '\n');
            count++;
        }

        return count;
    }

    private static string Quoted(string? cell) => cell is null ? ""
        : cell.AsSpan().ContainsAny(",\"\r\n") ? "\"" + cell.Replace("\"", "\"\"", StringComparison.Ordinal) + "\""
        : cell;

    private sealed record Row(
        string Delivery, string File, string? Header, long Line, string Raw, string? Column, string? Value, string Problem, string Message);
}
