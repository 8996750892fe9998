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
    private readonly Action<string, InsightFormat> write;

    private InsightTable(string name, int rows, Action<string, InsightFormat> write) => (Name, Rows, this.write) = (name, rows, write);

    /// <summary>lower_snake_case; the file's name without its ending.</summary>
    public string Name { get; }

    /// <summary>Number of rows.</summary>
    public int Rows { get; }

    /// <summary>A table of these rows, in their order.</summary>
    public static InsightTable Of<TRow>(string name, IReadOnlyList<TRow> rows)
    {
        ArgumentNullException.ThrowIfNull(rows);
        return new InsightTable(name, rows.Count, (path, format) =>
        {
            switch (format)
            {
                case InsightFormat.Parquet:
                    InsightParquet.Write(path, rows);
                    break;
                case InsightFormat.Csv:
                    InsightCsv.Write(path, rows);
                    break;
                default:
                    InsightArrow.Write(path, rows);
                    break;
            }
        });
    }

    /// <summary>Writes <c>FOLDER/name.parquet|csv|arrow</c>, whole or not at all, and returns its path.</summary>
    public string Write(string folder, InsightFormat format)
    {
        Directory.CreateDirectory(folder);
        var path = Path.Combine(folder, FileName(Name, format));
        var unfinished = path + ".unfinished";
        write(unfinished, format);
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
