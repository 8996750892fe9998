using System.Security.Cryptography;
using System.Text;
using System.Text.Json;

namespace ClaimInsights.Ingest;

/// <summary>A folder of Parquet files, of which the manifest names the live ones.</summary>
public sealed class ClaimStore
{
    /// <summary>Currency of a store that is made without one being named.</summary>
    public const string DefaultCurrency = "CNY";

    private const string ManifestName = "manifest.json";

    private ClaimStore(string folder, StoreManifest manifest, bool isNew) => (Folder, Manifest, IsNew) = (folder, manifest, isNew);

    /// <summary>The store's folder, absolute.</summary>
    public string Folder { get; }

    /// <summary>What the store holds, as of opening or of this object's last commit.</summary>
    public StoreManifest Manifest { get; private set; }

    /// <summary>Whether nothing was ever committed: there is no manifest on the disk yet.</summary>
    internal bool IsNew { get; private set; }

    /// <summary>Content hash over the live files, lower-case hexadecimal: changes exactly when the stored data change.</summary>
    public string Hash
    {
        get
        {
            var text = new StringBuilder().Append(Manifest.SchemaVersion).Append(' ').Append(Manifest.Currency).Append('\n');
            foreach (var file in Manifest.Files.Where(file => !file.Table.StartsWith(Quarantine.Name, StringComparison.Ordinal)
                && file.Table != Quarantine.NotClosedName))
            {
                text.Append(file.Table).Append(' ').Append(file.Rows).Append(' ').Append(file.Sha256).Append('\n');
            }

            return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text.ToString())));
        }
    }

    /// <summary>Opens a store that exists.</summary>
    /// <param name="folder">Its folder.</param>
    /// <returns>The store.</returns>
    /// <exception cref="StoreException">The folder is missing, is not a store, or is one of another schema version.</exception>
    public static ClaimStore Open(string folder)
    {
        var path = PathOf(folder);
        if (!Directory.Exists(path))
        {
            throw new StoreException($"{path}: no such folder; expected a claim store. Make one by taking in a delivery: claiminsights ingest");
        }

        var manifest = Path.Combine(path, ManifestName);
        return File.Exists(manifest)
            ? new ClaimStore(path, ReadManifest(manifest), isNew: false)
            : throw NotAStore(path);
    }

    /// <summary>Opens a store, or makes one where the folder is missing or empty; a new store reaches the disk with its first delivery.</summary>
    /// <param name="folder">Its folder.</param>
    /// <param name="currency">Three capitals (ISO 4217) for a new store; null: <see cref="DefaultCurrency"/>, or whatever the store has.</param>
    /// <returns>The store.</returns>
    /// <exception cref="StoreException">As <see cref="Open"/>; or the currency is not one, or not the store's.</exception>
    public static ClaimStore OpenOrCreate(string folder, string? currency)
    {
        if (currency is not null && (currency.Length != 3 || !currency.All(char.IsAsciiLetterUpper)))
        {
            throw new StoreException($"currency '{currency}': expected three capital letters, for example CNY or EUR");
        }

        var path = PathOf(folder);
        if (File.Exists(path))
        {
            throw new StoreException($"{path}: is a file; expected a folder for the claim store. Name another with --store");
        }

        if (Directory.Exists(path) && File.Exists(Path.Combine(path, ManifestName)))
        {
            var store = Open(path);
            return currency is null || currency == store.Manifest.Currency
                ? store
                : throw new StoreException(
                    $"{path}: the store's currency is {store.Manifest.Currency}, not {currency}; it is fixed when the store is made. Leave --currency out, or use another store");
        }

        if (Directory.Exists(path) && Directory.EnumerateFileSystemEntries(path).Any(entry => !IsOurs(Path.GetFileName(entry))))
        {
            throw NotAStore(path);
        }

        return new ClaimStore(
            path,
            new StoreManifest { SchemaVersion = Tables.SchemaVersion, Currency = currency ?? DefaultCurrency },
            isNew: true);
    }

    /// <summary>The live Parquet files of a table: absolute paths, sorted; empty where nothing was delivered yet.</summary>
    /// <param name="table">A table of the contract.</param>
    /// <returns>The paths.</returns>
    public IReadOnlyList<string> FilesOf(Table table)
    {
        ArgumentNullException.ThrowIfNull(table);
        return [.. LiveFiles(table.Name).Select(file => Absolute(file.Path)).Order(StringComparer.Ordinal)];
    }

    /// <summary>The columns that a table's files hold beside the contract's: VARCHAR, named in lower_snake_case, sorted. Not every file has each.</summary>
    /// <param name="table">A table of the contract.</param>
    /// <returns>The names.</returns>
    public IReadOnlyList<string> AttributesOf(Table table)
    {
        ArgumentNullException.ThrowIfNull(table);
        return AttributesOf(table.Name);
    }

    internal IReadOnlyList<string> AttributesOf(string table) =>
        [.. LiveFiles(table).SelectMany(file => file.Attributes).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)];

    internal IEnumerable<StoreFile> LiveFiles(string table) => Manifest.Files.Where(file => file.Table == table);

    internal string Absolute(string path) => Path.Combine(Folder, path.Replace('/', Path.DirectorySeparatorChar));

    internal string ReceiptFile(string delivery) => Path.Combine(Folder, "deliveries", delivery + ".json");

    /// <summary>Reads the manifest again, once the lock is held: another process may have committed since.</summary>
    internal void Refresh()
    {
        var file = Path.Combine(Folder, ManifestName);
        if (File.Exists(file))
        {
            (Manifest, IsNew) = (ReadManifest(file), false);
        }
    }

    /// <summary>Replaces live files by others in one commit; the replaced ones are kept for who reads them, until the next.</summary>
    internal void Replace(IReadOnlyCollection<StoreFile> old, IEnumerable<StoreFile> written, Func<StoreManifest, StoreManifest>? further = null)
    {
        var manifest = Manifest with
        {
            Files = [.. Manifest.Files.Except(old).Concat(written).OrderBy(file => file.Table, StringComparer.Ordinal).ThenBy(file => file.Path, StringComparer.Ordinal)],
            Retired = [.. old.Select(file => file.Path)],
        };
        Commit(further is null ? manifest : further(manifest));
    }

    /// <summary>Makes the manifest the live one; files that it no longer names are kept until the next commit.</summary>
    internal void Commit(StoreManifest manifest)
    {
        var old = Manifest;
        StoreJson.Replace(Path.Combine(Folder, ManifestName), manifest);
        (Manifest, IsNew) = (manifest, false);
        foreach (var path in old.Retired.Except(manifest.Retired, StringComparer.Ordinal))
        {
            File.Delete(Absolute(path));
        }
    }

    // The engine takes these characters for patterns of file names.
    private static string PathOf(string folder)
    {
        var path = Path.GetFullPath(folder);
        return path.AsSpan().ContainsAny('*', '?', '[')
            ? throw new StoreException($"{path}: holds one of * ? [, which stand for patterns; expected a path without them. Name another with --store")
            : path;
    }

    private static StoreManifest ReadManifest(string file)
    {
        try
        {
            var manifest = StoreJson.Read<StoreManifest>(file);
            return manifest.SchemaVersion == Tables.SchemaVersion
                ? manifest
                : throw new StoreException(
                    $"{file}: the store has schema version {manifest.SchemaVersion}, this program reads {Tables.SchemaVersion}. " +
                    "Use the program that made it, or take its deliveries into a new store");
        }
        catch (JsonException exception)
        {
            throw new StoreException($"{file}: is not a claim store's manifest ({exception.Message.Split('.')[0]}). Name another folder with --store", exception);
        }
    }

    private static StoreException NotAStore(string path) => new(
        $"{path}: is not a claim store (it has no {ManifestName}); expected a store, or an empty folder to make one. Name another with --store");

    // What a killed first ingest may leave behind before there is a manifest.
    private static bool IsOurs(string name) =>
        name is StoreLock.FileName or StoreLock.HolderName or Workbench.FolderName or "deliveries" or ManifestName + ".new"
        || name == Quarantine.Name || name == Quarantine.NotClosedName
        || Tables.All.Any(table => name == table.Name || name == table.HistoryName);
}
