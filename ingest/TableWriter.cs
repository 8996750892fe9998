namespace ClaimInsights.Ingest;

/// <summary>Writes what a judge left of one table, and says which live files are no longer.</summary>
internal static class TableWriter
{
    /// <summary>Writes new rows, history, and again the files from which rows were taken out.</summary>
    /// <returns>The live files that are replaced.</returns>
    public static IReadOnlyList<StoreFile> Write(TableIntake intake, NewFiles files, string delivery)
    {
        var table = intake.Table;
        var name = $"{Sql.Text(delivery)} as delivery_id";
        var list = Sql.Names([.. table.Columns.Select(column => column.Name), .. intake.Attributes]);
        var rows = $"select {list}, {name} from written";
        if (table == Tables.Claims)
        {
            AddSorted(intake, files);
            files.WriteByMonth(table, rows, intake.Attributes);
        }
        else
        {
            files.Write(table.Name, table.Name, rows, intake.Attributes);
        }

        if (table.Policy == RowPolicy.Replaced && intake.Bench.Count("select count(*) from history") > 0)
        {
            files.Write(
                table.HistoryName, table.HistoryName, $"select {list}, coalesce(delivery_id, {Sql.Text(delivery)}) as delivery_id from history", intake.Attributes);
        }

        return Rewrite(intake, files);
    }

    // Most sorted files are as they should be; of the others the rows that go another way are left out.
    private static void AddSorted(TableIntake intake, NewFiles files)
    {
        var touched = intake.Bench.Rows("select distinct _file from taken_out", reader => reader.GetString(0)).ToHashSet(StringComparer.Ordinal);
        foreach (var file in intake.Sorted)
        {
            var rest = file;
            if (touched.Contains(file.Path))
            {
                rest = file with { Path = file.Path + ".rest.parquet" };
                intake.Bench.Execute($"""
                    copy (
                        select * exclude (file_row_number) from read_parquet({Sql.Text(file.Path)}, file_row_number = true)
                        where file_row_number not in (select _row from taken_out where _file = {Sql.Text(file.Path)})
                    ) to {Sql.Text(rest.Path)} ({NewFiles.Format})
                    """);
                File.Delete(file.Path);
            }

            files.AddMonth(rest);
        }
    }

    // A live file never changes: what remains of it is written anew.
    private static List<StoreFile> Rewrite(TableIntake intake, NewFiles files)
    {
        var paths = intake.Bench.Rows("select distinct _file from replaced", reader => reader.GetString(0)).ToHashSet(StringComparer.Ordinal);
        var touched = intake.StoreFiles.Where(file => paths.Contains(intake.Store.Absolute(file.Path))).ToList();
        foreach (var file in touched)
        {
            var path = Sql.Text(intake.Store.Absolute(file.Path));
            files.Write(
                file.Table,
                file.Path[..file.Path.LastIndexOf('/')],
                $"select live.* from read_parquet({path}, hive_partitioning = false) as live anti join (from replaced where _file = {path}) as gone on {intake.SameKey("live", "gone")}",
                file.Attributes);
        }

        return touched.Count == paths.Count
            ? touched
            : throw new InvalidOperationException($"{intake.Table.Name}: rows to replace lie in {paths.Count} files, but {touched.Count} of them are live");
    }
}
