using System.Buffers.Binary;

namespace ClaimInsights.Ingest;

/// <summary>
/// The sorted rows of a delivery on the workbench. Almost all are new and stay where they lie; only those whose claim stands in the delivery
/// twice, or in the store already, have to be judged: the table <c>judged</c> (<c>_file</c>, <c>_row</c>, <c>_ord</c>, <c>_line</c>, <c>_place</c>).
/// </summary>
internal static class SortedRows
{
    /// <summary>Finds the rows that have to be judged.</summary>
    /// <param name="bench">With the view <c>stored</c>.</param>
    /// <param name="files">The sorted files.</param>
    /// <param name="partFiles">The staged rows of the same table.</param>
    public static void Prepare(Workbench bench, IReadOnlyList<SortedFile> files, IReadOnlyList<string> partFiles)
    {
        bench.Execute("create or replace temp table judged (_file varchar, _row bigint, _ord bigint, _line bigint, _place bigint)");
        if (files.Count == 0)
        {
            return;
        }

        // A hash that two claims share costs a closer look, and nothing else.
        var sorted = Sql.Parquet(files.Select(file => file.Path));
        bench.Execute($"""
            create or replace temp table familiar as
            with given as (
                select hash(claim_id) as claim from {sorted}
                union all
                select hash(claim_id) from {Sql.Parquet(partFiles)} where _problems is null and not _open
            )
            select claim from given group by claim having count(*) > 1
            union
            select claim from (select hash(claim_id) as claim from stored) semi join given using (claim)
            """);
        if (bench.Count("select count(*) from familiar") > 0)
        {
            Locate(bench, files);
        }
    }

    /// <summary>The judged rows with all their columns, beside the relation of the staged ones.</summary>
    public static string Relation(IReadOnlyList<SortedFile> files, string columns) => $"""
        select {columns}, _ord, _line, _place, true as _sorted
        from read_parquet([{Sql.TextList(files.Select(file => file.Path))}], union_by_name = true, hive_partitioning = false, filename = '_file', file_row_number = true) as sorted
        join judged on judged._file = sorted._file and judged._row = sorted.file_row_number
        """;

    private static void Locate(Workbench bench, IReadOnlyList<SortedFile> files)
    {
        using var appender = bench.Connection.CreateAppender("judged");
        foreach (var file in files)
        {
            using var places = File.OpenHandle(file.Places);
            var place = new byte[MonthSorter.PlaceSize];
            foreach (var row in RowsOf(bench, file))
            {
                RandomAccess.Read(places, place, row * MonthSorter.PlaceSize);
                var line = BinaryPrimitives.ReadInt64LittleEndian(place);
                appender.CreateRow().AppendValue(file.Path).AppendValue(row).AppendValue(Staging.OrderOf(file.Part, line)).AppendValue(line)
                    .AppendValue(BinaryPrimitives.ReadInt64LittleEndian(place.AsSpan(sizeof(long)))).EndRow();
            }
        }
    }

    private static IEnumerable<long> RowsOf(Workbench bench, SortedFile file)
    {
        using var command = bench.Connection.CreateCommand();
        command.CommandText = $"""
            select file_row_number from read_parquet({Sql.Text(file.Path)}, file_row_number = true)
            where hash(claim_id) in (select claim from familiar) order by file_row_number
            """;
        using var reader = command.ExecuteReader();
        while (reader.Read())
        {
            yield return reader.GetInt64(0);
        }
    }
}
