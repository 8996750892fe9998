using System.Globalization;
using DuckDB.NET.Data;

namespace ClaimInsights.Ingest;

/// <summary>
/// A Parquet file as JSON lines of texts, in the file's order: whole numbers without a point, moments at midnight as days, everything else
/// as the engine writes it. Folders of the form <c>name=value</c> give further columns.
/// </summary>
internal static class ParquetFile
{
    public static SourceText Convert(DeliveryFile file, string path, string copy)
    {
        using var engine = new DuckDBConnection("Data Source=:memory:");
        engine.Open();
        Execute(engine, $"""
            set memory_limit = '512MB'; set threads = 2; set temp_directory = {Sql.Text(copy + ".spill")};
            set autoinstall_known_extensions = false; set autoload_known_extensions = false; set preserve_insertion_order = true; set timezone = 'UTC'
            """);
        var relation = $"read_parquet({Sql.Text(path)}, hive_partitioning = false)";
        try
        {
            var columns = Columns(engine, relation);
            var folders = file.Partitions.Where(folder => columns.TrueForAll(column => column.Name != folder.Name)).ToList();
            var texts = columns.Select(column => $"{Text(column.Name, column.Type)} as {Sql.Name(column.Name)}")
                .Concat(folders.Select(folder => $"{Sql.TextOrNull(folder.Value)} as {Sql.Name(folder.Name)}"));
            var written = Execute(engine, $"copy (select {string.Join(", ", texts)} from {relation}) to {Sql.Text(copy)} (format json, array false)");
            Check(file, engine, path, written);
            return new SourceText(copy, 0, "parquet") { Header = [.. columns.Select(column => column.Name), .. folders.Select(folder => folder.Name)] };
        }
        catch (DuckDBException exception)
        {
            throw new DeliveryException($"{file.Name}: is not a sound Parquet file ({exception.Message.ReplaceLineEndings(" ").TrimEnd('.')}). Ask its sender for it again", exception);
        }
    }

    private static List<(string Name, string Type)> Columns(DuckDBConnection engine, string relation)
    {
        using var command = engine.CreateCommand();
        command.CommandText = $"describe select * from {relation}";
        using var reader = command.ExecuteReader();
        var columns = new List<(string, string)>();
        while (reader.Read())
        {
            columns.Add((reader.GetString(0), reader.GetString(1)));
        }

        return columns;
    }

    // A number or a moment bears no writing of its own in Parquet; this is its shortest, and loses nothing.
    private static string Text(string name, string type)
    {
        var cell = Sql.Name(name);
        var text = $"cast({cell} as varchar)";
        return type is "DOUBLE" or "FLOAT" ? $"case when {cell} = trunc({cell}) and abs({cell}) < 1e15 then cast(cast({cell} as bigint) as varchar) else {text} end"
            : type.StartsWith("TIMESTAMP", StringComparison.Ordinal) ? $"case when {text} like '% 00:00:00%' and date_trunc('day', {cell}) = {cell} then left({text}, length({text}) - length(regexp_extract({text}, ' 00:00:00.*$'))) else {text} end"
            : type.EndsWith(']') || type.StartsWith("STRUCT", StringComparison.Ordinal) || type.StartsWith("MAP", StringComparison.Ordinal) ? $"cast(to_json({cell}) as varchar)"
            : text;
    }

    // The independent count: the footer's, and the lines of the copy are counted when they are read.
    private static void Check(DeliveryFile file, DuckDBConnection engine, string path, long written)
    {
        using var command = engine.CreateCommand();
        command.CommandText = $"select num_rows from parquet_file_metadata({Sql.Text(path)})";
        var counted = System.Convert.ToInt64(command.ExecuteScalar(), CultureInfo.InvariantCulture);
        if (counted != written)
        {
            throw new InvalidOperationException($"{file.Name}: the footer counts {counted} rows, but {written} were read");
        }
    }

    private static long Execute(DuckDBConnection engine, string sql)
    {
        using var command = engine.CreateCommand();
        command.CommandText = sql;
        return command.ExecuteNonQuery();
    }
}
