using System.Security.Cryptography;
using System.Text;

namespace ClaimInsights.Ingest;

/// <summary>
/// Removes a vehicle from a store: its rows and their history, the verdicts on its claims, what was set aside of it, its mention in other
/// rows' texts, and everything derived that may name it. The manifest keeps a record, by which the vehicle is refused when it comes again.
/// </summary>
/// <param name="store">The store.</param>
public sealed class ForgetJob(ClaimStore store)
{
    /// <summary>Folders of the store that are made of its tables and can be made again.</summary>
    private static readonly string[] Derived = ["insights", "reports", "dossiers"];

    /// <summary>Removes a vehicle in one commit, after which no file of the store's tables holds it.</summary>
    /// <param name="vin">As the store calls it: a VIN, or a pseudonym (<see cref="Pseudonyms.NameIn"/>).</param>
    /// <param name="on">The day, for the record.</param>
    /// <param name="now">For whoever meets the lock.</param>
    /// <param name="isDryRun">Only says what would be removed.</param>
    /// <param name="waitSeconds">How long to wait for another process that writes the store, seconds.</param>
    /// <param name="progress">Told what is done and how far the whole is, 0…1.</param>
    /// <returns>What was removed, or would be.</returns>
    /// <exception cref="StoreException">The store does not know the vehicle, another process writes it, or the disk is full or refuses.</exception>
    public Forgetting Run(string vin, DateOnly on, DateTimeOffset now, bool isDryRun = false, int waitSeconds = 0, Action<string, double>? progress = null)
    {
        ArgumentNullException.ThrowIfNull(vin);
        return HeldStore.With(store, now, waitSeconds, bench => Run(bench, vin, on, isDryRun, progress ?? ((_, _) => { })));
    }

    private Forgetting Run(Workbench bench, string vin, DateOnly on, bool isDryRun, Action<string, double> progress)
    {
        var salt = store.Manifest.Deliveries.FirstOrDefault("");
        var hash = ForgottenVehicle.HashOf(salt, vin);
        var id = "f" + Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"{store.Hash} {hash}")))[..12];
        var (files, search) = (new NewFiles(bench, id), new VehicleSearch(bench, store, vin));
        var live = store.Manifest.Files;
        var (rows, aside, retired, masked) = (new SortedDictionary<string, long>(StringComparer.Ordinal), new List<ForgottenRows>(), new List<StoreFile>(), 0L);
        for (var number = 0; number < live.Count; number++)
        {
            progress(live[number].Path, (double)number / live.Count);
            var file = live[number];
            var found = search.In(file);
            if (found is { Gone: 0, Masked: 0 })
            {
                continue;
            }

            retired.Add(file);
            rows[file.Table] = rows.GetValueOrDefault(file.Table) + found.Gone;
            masked += found.Masked;
            if (file.Table is Quarantine.Name or Quarantine.NotClosedName)
            {
                aside.Add(new ForgottenRows(Path.GetFileNameWithoutExtension(file.Path), file.Table == Quarantine.Name ? found.Gone : 0, file.Table == Quarantine.Name ? 0 : found.Gone));
            }

            search.WriteRest(file, files, id);
        }

        if (retired.Count == 0)
        {
            throw new StoreException($"{store.Folder}: no row, text or raw line names the vehicle '{vin}'; nothing was changed. Write the VIN as it was delivered");
        }

        var derived = Derived.Select(store.Absolute).Where(Directory.Exists).ToList();
        var record = new ForgottenVehicle(id, on, salt, hash)
        {
            Rows = rows,
            Masked = masked,
            Aside = [.. aside.GroupBy(one => one.Delivery, StringComparer.Ordinal)
                .Select(one => new ForgottenRows(one.Key, one.Sum(part => part.Quarantined), one.Sum(part => part.NotClosed)))],
        };
        if (!isDryRun)
        {
            progress("committing", 0.9);
            Commit(files, retired, record, derived, search.Claims());
        }

        return new Forgetting(record, [.. derived.Select(folder => Path.GetFileName(folder))]);
    }

    // What can be made again goes first: killed before the commit, the same command does the rest. Nothing that held the vehicle is kept for readers.
    private void Commit(NewFiles files, List<StoreFile> retired, ForgottenVehicle record, List<string> derived, HashSet<(string, int)> claims)
    {
        derived.ForEach(folder => Directory.Delete(folder, recursive: true));
        foreach (var log in QueueLog.All(store))
        {
            var rest = log.Claims.Where(claim => !claims.Contains((claim.ClaimId, claim.Version))).ToList();
            if (rest.Count < log.Claims.Count)
            {
                (log with { Claims = rest }).Save(store);
            }
        }

        foreach (var stray in StoreCheck.StrayFiles(store).ToList())
        {
            File.Delete(store.Absolute(stray));
        }

        files.MoveInto(store);
        store.Replace(retired, files.All, manifest => manifest with { Forgotten = [.. manifest.Forgotten, record] });
        store.Commit(store.Manifest with { Retired = [] });
    }
}
