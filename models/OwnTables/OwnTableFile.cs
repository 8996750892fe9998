using System.Globalization;
using ClaimInsights.Analysis;
using DuckDB.NET.Data;

namespace ClaimInsights.Models.OwnTables;

/// <summary>
/// A CSV (comma, semicolon or tab; also .gz) or Parquet file as the relation <c>cells</c>: texts trimmed, empty ones, NA, N/A, NaN and
/// null missing; numbers as doubles. The SQL is made here because the columns are the user's.
/// </summary>
internal sealed class OwnTableFile : IDisposable
{
    /// <summary>A number as text; a code with leading zeros is none.</summary>
    public const string NumberPattern = @"[+-]?((0|[1-9][0-9]*)([.][0-9]*)?|[.][0-9]+)([eE][+-]?[0-9]+)?";

    private static readonly string[] NumberTypes =
        ["TINYINT", "SMALLINT", "INTEGER", "BIGINT", "HUGEINT", "UTINYINT", "USMALLINT", "UINTEGER", "UBIGINT", "UHUGEINT", "FLOAT", "DOUBLE", "BOOLEAN"];

    private static readonly char[] Delimiters = [',', ';', '\t'];

    private readonly DuckDBConnection connection = new("DataSource=:memory:");

    private OwnTableFile(string path) => Path = path;

    /// <summary>The file.</summary>
    public string Path { get; }

    /// <summary>Its columns and what they hold, in order.</summary>
    public IReadOnlyList<(string Name, OwnCellType Type)> Columns { get; private set; } = [];

    /// <summary>Opens a file.</summary>
    /// <exception cref="ModelException">It is not there, empty, or not a table.</exception>
    public static OwnTableFile Open(string path)
    {
        if (!File.Exists(path))
        {
            throw new ModelException($"{path}: there is no such file; expected a CSV or Parquet table. Name one: --features FILE");
        }

        var file = new OwnTableFile(path);
        try
        {
            file.connection.Open();
            file.Execute("set autoinstall_known_extensions = false; set autoload_known_extensions = false; set TimeZone = 'UTC'; set memory_limit = '2GB'");
            file.Execute($"set temp_directory = {Quoted(Warehouse.SpillFolder)}");
            file.CreateCells();
            return file;
        }
        catch (DuckDBException problem)
        {
            file.Dispose();
            throw new ModelException($"{path}: not a readable table ({FirstLine(problem)}); expected CSV in UTF-8 with a header line, or Parquet. Write it again", problem);
        }
    }

    /// <summary>A column in SQL.</summary>
    public static string Name(string column) => $"\"{column.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";

    /// <summary>Runs a query; the caller disposes the reader.</summary>
    /// <exception cref="ModelException">A row of the file cannot be read.</exception>
    public DuckDBDataReader Query(string sql)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        try
        {
            return command.ExecuteReader();
        }
        catch (DuckDBException problem)
        {
            throw new ModelException($"{Path}: not a readable table ({FirstLine(problem)}); expected CSV in UTF-8 with a header line, or Parquet. Write it again", problem);
        }
    }

    /// <summary>The column, or a message that names those that are there.</summary>
    /// <param name="column">Its name.</param>
    /// <param name="option">The option that names it, for the message.</param>
    /// <exception cref="ModelException">There is no such column.</exception>
    public OwnCellType TypeOf(string column, string option)
    {
        foreach (var (name, type) in Columns)
        {
            if (name == column)
            {
                return type;
            }
        }

        var there = string.Join(", ", Columns.Take(40).Select(one => one.Name)) + (Columns.Count > 40 ? ", …" : "");
        throw new ModelException($"{Path}: there is no column '{column}' ({option}); found {there}. Name one of these");
    }

    /// <summary>The first row, counted from 1, for which a condition holds, and the text of a column there.</summary>
    public (long Row, string Value) First(string column, string condition)
    {
        using var reader = Query($"select cast({Name(column)} as varchar), coalesce({condition}, false) from cells");
        for (var row = 1L; reader.Read(); row++)
        {
            if (reader.GetBoolean(1))
            {
                return (row, reader.IsDBNull(0) ? "" : reader.GetString(0));
            }
        }

        return (0, "");
    }

    /// <inheritdoc/>
    public void Dispose() => connection.Dispose();

    private void CreateCells()
    {
        Execute($"create view file as select * from {Source()}");
        var cells = new List<string>();
        var columns = new List<(string, OwnCellType)>();
        using (var reader = Query("describe file"))
        {
            while (reader.Read())
            {
                var (name, type) = (reader.GetString(0), reader.GetString(1));
                var cell = Name(name);
                if (type == "VARCHAR" || type.StartsWith("ENUM", StringComparison.Ordinal))
                {
                    columns.Add((name, OwnCellType.Text));
                    cells.Add($"case when lower(trim({cell})) in ('', 'na', 'n/a', 'nan', 'null') then null else trim({cell}) end as {cell}");
                }
                else if (NumberTypes.Contains(type) || type.StartsWith("DECIMAL", StringComparison.Ordinal))
                {
                    columns.Add((name, OwnCellType.Number));
                    var number = $"cast({cell} as double)";
                    cells.Add($"case when isnan({number}) then null else {number} end as {cell}");
                }
                else if (type == "DATE" || type.StartsWith("TIMESTAMP", StringComparison.Ordinal))
                {
                    columns.Add((name, OwnCellType.Moment));
                    cells.Add($"cast({cell} as timestamp) as {cell}");
                }
                else
                {
                    columns.Add((name, OwnCellType.Other));
                    cells.Add($"cast({cell} as varchar) as {cell}");
                }
            }
        }

        Columns = columns;
        // Text is parsed once, and spills where memory ends; Parquet is read column by column as it is asked for.
        Execute($"create {(IsParquet ? "view" : "table")} cells as select {string.Join(", ", cells)} from file");
    }

    private bool IsParquet => Path.EndsWith(".parquet", StringComparison.OrdinalIgnoreCase);

    private string Source()
    {
        if (IsParquet)
        {
            return $"read_parquet({Quoted(Path)})";
        }

        // Nothing is guessed: the header line names the columns, and every value is text until all of them have been seen.
        var (header, delimiter) = Header();
        var columns = string.Join(", ", header.Select(name => $"{Quoted(name)}: 'VARCHAR'"));
        return $"read_csv({Quoted(Path)}, auto_detect = false, header = true, strict_mode = true, delim = {Quoted(delimiter.ToString())}, quote = '\"', escape = '\"', columns = {{{columns}}})";
    }

    private (IReadOnlyList<string> Names, char Delimiter) Header()
    {
        using var stream = File.OpenRead(Path);
        using Stream plain = Path.EndsWith(".gz", StringComparison.OrdinalIgnoreCase)
            ? new System.IO.Compression.GZipStream(stream, System.IO.Compression.CompressionMode.Decompress) : stream;
        using var reader = new StreamReader(plain);
        var line = reader.ReadLine();
        if (string.IsNullOrWhiteSpace(line))
        {
            throw new ModelException($"{Path}: the file has no header line; expected the names of the columns in its first line. Write it again");
        }

        var delimiter = Delimiters.MaxBy(one => line.Count(letter => letter == one));
        var names = OwnHeader.Split(line, delimiter);
        var twice = names.GroupBy(name => name, StringComparer.OrdinalIgnoreCase).FirstOrDefault(same => same.Count() > 1 || same.Key.Length == 0);
        return twice is null ? (names, delimiter)
            : throw new ModelException($"{Path}, line 1: the column '{twice.Key}' {(twice.Key.Length == 0 ? "has no name" : $"is there {twice.Count()} times")}; expected each column once, with a name. Rename it");
    }

    private void Execute(string sql)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }

    private static string Quoted(string text) => $"'{text.Replace("'", "''", StringComparison.Ordinal)}'";

    private static string FirstLine(DuckDBException problem) => string.Create(CultureInfo.InvariantCulture, $"{problem.Message.Split('\n')[0].Trim()}");
}
