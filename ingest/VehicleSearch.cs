namespace ClaimInsights.Ingest;

/// <summary>Finds a vehicle in a store's files, whatever case its VIN is written in.</summary>
internal sealed class VehicleSearch
{
    private readonly Workbench bench;
    private readonly ClaimStore store;
    private readonly string vin;

    public VehicleSearch(Workbench bench, ClaimStore store, string vin)
    {
        (this.bench, this.store, this.vin) = (bench, store, vin);
        var claims = store.LiveFiles(Tables.Claims.Name).Select(file => store.Absolute(file.Path)).ToList();
        bench.Execute("create temp table gone_claims (claim_id varchar, version integer)");
        if (claims.Count > 0)
        {
            bench.Execute($"insert into gone_claims select claim_id, version from {Sql.Parquet(claims)} where {Is("vin")}");
        }
    }

    /// <summary>The claim versions that go.</summary>
    public HashSet<(string, int)> Claims() => [.. bench.Rows("select claim_id, version from gone_claims", reader => (reader.GetString(0), reader.GetInt32(1)))];

    /// <summary>Rows of a file that go, and further ones whose texts name the vehicle. Of what was set aside a row with several problems counts once.</summary>
    public (long Gone, long Masked) In(StoreFile file)
    {
        var counted = IsAside(file) ? "distinct row" : "*";
        return bench.Rows(
            $"select count({counted}) filter (gone), count(*) filter (not gone and named) from ({Marked(file)})",
            reader => (reader.GetInt64(0), reader.GetInt64(1)))[0];
    }

    /// <summary>Writes what is left of a file.</summary>
    public void WriteRest(StoreFile file, NewFiles files, string id)
    {
        var texts = Texts(file).Select(text => $"case when {Names(text)} then regexp_replace({text}, {Sql.Text("(?i)" + vin)}, {Sql.Text(ForgottenVehicle.Mark)}, 'g') else {text} end as {text}");
        var rest = $"select * exclude (gone, named) replace ({string.Join(", ", texts)}) from ({Marked(file)}) where not gone";
        if (IsAside(file))
        {
            // Named as its delivery, in a folder of its own: the old file stays until the commit.
            files.Write(file.Table, $"{file.Table}/{id}", rest + " order by row", [], Path.GetFileNameWithoutExtension(file.Path));
            return;
        }

        files.Write(file.Table, file.Path[..file.Path.LastIndexOf('/')], rest, file.Attributes);
    }

    private static bool IsAside(StoreFile file) => file.Table is Quarantine.Name or Quarantine.NotClosedName;

    private string Marked(StoreFile file)
    {
        var named = Sql.Any(Texts(file).Select(Names));
        var gone = IsAside(file) ? $"bool_or({named}) over (partition by row)"
            : file.Table == Tables.Verdicts.Name ? "(claim_id, version) in (select (claim_id, version) from gone_claims)"
            : HasVin(file) ? $"coalesce({Is("vin")}, false)"
            : "false";
        return $"select *, {gone} as gone, {named} as named from read_parquet({Sql.Text(store.Absolute(file.Path))}, hive_partitioning = false)";
    }

    private List<string> Texts(StoreFile file) => bench.Rows(
        $"select column_name from (describe select * from read_parquet({Sql.Text(store.Absolute(file.Path))}, hive_partitioning = false)) where column_type = 'VARCHAR'",
        reader => Sql.Name(reader.GetString(0)));

    private static bool HasVin(StoreFile file) => Tables.All.Any(table => (table.Name == file.Table || table.HistoryName == file.Table) && table.Find("vin") is not null);

    private string Is(string column) => $"upper({column}) = {Sql.Text(vin.ToUpperInvariant())}";

    private string Names(string text) => $"coalesce(contains(upper({text}), {Sql.Text(vin.ToUpperInvariant())}), false)";
}
