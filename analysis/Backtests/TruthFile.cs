using System.Globalization;
using DuckDB.NET.Data;

namespace ClaimInsights.Analysis.Backtests;

/// <summary>A truth file: rows of text, found by their columns' names without regard to case, blanks and underscores.</summary>
internal sealed class TruthFile
{
    private readonly Dictionary<string, int> columns;

    private TruthFile(string path, Dictionary<string, int> columns, IReadOnlyList<IReadOnlyList<string>> rows) =>
        (Path, this.columns, Rows) = (path, columns, rows);

    public string Path { get; }

    public IReadOnlyList<IReadOnlyList<string>> Rows { get; }

    public static TruthFile Read(string path)
    {
        if (!File.Exists(path))
        {
            throw new AnalysisException($"{path}: there is no such truth file; expected a CSV of campaigns or of planted defects. Check the path");
        }

        using var connection = new DuckDBConnection("DataSource=:memory:");
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = "select * from read_csv($path, header = true, all_varchar = true, delim = ',', quote = '\"')";
        command.Parameters.Add(new DuckDBParameter("path", path));
        try
        {
            using var reader = command.ExecuteReader();
            var names = Enumerable.Range(0, reader.FieldCount).Select(i => (Name: Plain(reader.GetName(i)), i)).DistinctBy(one => one.Name)
                .ToDictionary(one => one.Name, one => one.i);
            var rows = new List<IReadOnlyList<string>>();
            while (reader.Read())
            {
                rows.Add([.. Enumerable.Range(0, reader.FieldCount).Select(i => reader.IsDBNull(i) ? "" : reader.GetString(i).Trim())]);
            }

            return new TruthFile(path, names, rows);
        }
        catch (DuckDBException problem)
        {
            throw new AnalysisException($"{path}: not a readable CSV ({problem.Message.Split('\n')[0]}); expected a header and comma-separated rows. Repair the file", problem);
        }
    }

    /// <summary>The first of these columns that the file has; null: none.</summary>
    public int? Find(params ReadOnlySpan<string> names)
    {
        foreach (var name in names)
        {
            if (columns.TryGetValue(Plain(name), out var column))
            {
                return column;
            }
        }

        return null;
    }

    /// <summary>The same, where the file must have one.</summary>
    public int Require(params ReadOnlySpan<string> names) => Find(names)
        ?? throw new AnalysisException($"{Path}: the truth file has no column '{names[0]}'; expected {string.Join(" or ", names.ToArray())}. Name it so");

    /// <summary>A day; null where the cell is empty.</summary>
    public DateOnly? Day(IReadOnlyList<string> row, int column) => row[column] is not { Length: > 0 } text
        ? null
        : DateOnly.TryParseExact(text.Length > 10 ? text[..10] : text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)
            ? day
            : throw new AnalysisException($"{Path}: '{text}' is not a day; expected yyyy-MM-dd. Repair the file");

    private static string Plain(string name) => string.Concat(name.Where(char.IsAsciiLetterOrDigit)).ToLowerInvariant();
}
