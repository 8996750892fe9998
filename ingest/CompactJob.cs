using System.Security.Cryptography;
using System.Text;

namespace ClaimInsights.Ingest;

/// <summary>Merges the small files that many deliveries leave in a store; its rows stay the same.</summary>
/// <param name="store">The store.</param>
public sealed class CompactJob(ClaimStore store)
{
    /// <summary>A file of this size or more is left alone, bytes.</summary>
    private const long LargeFile = 128L << 20;

    /// <summary>Compacts the store in one commit; where it is compact already, nothing changes.</summary>
    /// <param name="now">For whoever meets the lock.</param>
    /// <param name="waitSeconds">How long to wait for another process that writes the store, seconds.</param>
    /// <param name="progress">Told which table is merged and how far the whole is, 0…1.</param>
    /// <exception cref="StoreException">Another process writes the store, or the disk is full or refuses.</exception>
    public Compaction Run(DateTimeOffset now, int waitSeconds = 0, Action<string, double>? progress = null) =>
        HeldStore.With(store, now, waitSeconds, bench => Run(bench, progress ?? ((_, _) => { })));

    private Compaction Run(Workbench bench, Action<string, double> progress)
    {
        var groups = Groups();
        var strays = StoreCheck.StrayFiles(store).ToList();
        var retired = store.Manifest.Retired;
        if (groups.Count + strays.Count + retired.Count == 0)
        {
            return new Compaction(0, 0, 0, 0);
        }

        var files = new NewFiles(bench, IdOf(groups));
        for (var number = 0; number < groups.Count; number++)
        {
            progress(groups[number][0].Table, (double)number / groups.Count);
            Merge(groups[number], files);
        }

        var old = groups.SelectMany(group => group).ToList();
        var (before, after) = (old.Sum(file => file.Rows), files.All.Sum(file => file.Rows));
        if (before != after)
        {
            throw new InvalidOperationException($"{store.Folder}: {before} rows were to be merged, but {after} were written");
        }

        // Before the commit, so that what it retires is known from what nobody names.
        foreach (var stray in strays)
        {
            File.Delete(store.Absolute(stray));
        }

        files.MoveInto(store);
        if (old.Count + retired.Count > 0)
        {
            store.Replace(old, files.All);
        }

        return new Compaction(old.Count, groups.Count, after, strays.Count + retired.Count);
    }

    // What was set aside stays one file a delivery: its receipt is held against it.
    private List<List<StoreFile>> Groups() =>
    [
        .. store.Manifest.Files
            .Where(file => Tables.All.Any(table => file.Table == table.Name || file.Table == table.HistoryName))
            .Where(file => new FileInfo(store.Absolute(file.Path)).Length < LargeFile)
            .GroupBy(FolderOf).Where(folder => folder.Count() > 1)
            .OrderBy(folder => folder.Key, StringComparer.Ordinal)
            .Select(folder => folder.OrderBy(file => file.Path, StringComparer.Ordinal).ToList()),
    ];

    private static string FolderOf(StoreFile file) => file.Path[..file.Path.LastIndexOf('/')];

    private static string IdOf(List<List<StoreFile>> groups) =>
        "c" + Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('\n', groups.SelectMany(group => group).Select(file => file.Sha256)))))[..12];

    private void Merge(List<StoreFile> group, NewFiles files)
    {
        var table = Tables.All.Single(one => group[0].Table == one.Name || group[0].Table == one.HistoryName);
        var attributes = group.SelectMany(file => file.Attributes).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal).ToList();
        var columns = Sql.Names([.. table.Columns.Select(column => column.Name), .. attributes, "delivery_id"]);
        files.Write(
            group[0].Table,
            FolderOf(group[0]),
            $"select {columns} from {Sql.Parquet(group.Select(file => store.Absolute(file.Path)))} order by {Sql.Names(table.Key)}, delivery_id",
            attributes);
    }
}
