namespace ClaimInsights.Analysis.Insights;

/// <summary>How an insight table is written.</summary>
public enum InsightFormat
{
    /// <summary>Parquet, zstd.</summary>
    Parquet,

    /// <summary>CSV, see <see cref="InsightCsv"/>.</summary>
    Csv,

    /// <summary>Arrow IPC file.</summary>
    Arrow,
}

/// <summary>A named table of results: rows of one record, ready to be written in any format.</summary>
public sealed class InsightTable
{
    private readonly Func<string, InsightFormat, int> write;

    private InsightTable(string name, int rows, Func<string, InsightFormat, int> write) => (Name, Rows, this.write) = (name, rows, write);

    /// <summary>lower_snake_case; the file's name without its ending.</summary>
    public string Name { get; }

    /// <summary>Number of rows; of a table whose rows are read while it is written, 0 until then.</summary>
    public int Rows { get; private set; }

    /// <summary>A table of these rows, in their order. Rows that are no list yet are read once, when it is written, a part at a time, however many they are.</summary>
    public static InsightTable Of<TRow>(string name, IEnumerable<TRow> rows)
    {
        ArgumentNullException.ThrowIfNull(rows);
        return new InsightTable(name, rows is IReadOnlyCollection<TRow> known ? known.Count : 0, (path, format) => format switch
        {
            InsightFormat.Csv => InsightCsv.Write(path, rows),
            InsightFormat.Arrow => InsightArrow.Write(path, rows),
            _ => InsightParquet.Write(path, rows),
        });
    }

    /// <summary>Writes <c>FOLDER/name.parquet|csv|arrow</c>, whole or not at all, and returns its path.</summary>
    public string Write(string folder, InsightFormat format)
    {
        Directory.CreateDirectory(folder);
        var path = Path.Combine(folder, FileName(Name, format));
        var unfinished = path + ".unfinished";
        Rows = write(unfinished, format);
        File.Move(unfinished, path, overwrite: true);
        return path;
    }

    internal static string FileName(string name, InsightFormat format) => $"{name}.{format switch
    {
        InsightFormat.Csv => "csv",
        InsightFormat.Arrow => "arrow",
        _ => "parquet",
    }}";
}
