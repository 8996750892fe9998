namespace ClaimInsights.Ingest;

/// <summary>One file of a delivery.</summary>
/// <param name="Path">Where it lies, absolute.</param>
/// <param name="Name">How receipts and messages call it: as named to the command, or its path within the folder that was.</param>
/// <param name="Length">Bytes.</param>
public sealed record DeliveryFile(string Path, string Name, long Length)
{
    /// <summary>Endings of the files that are read; each also with <c>.gz</c>.</summary>
    public static IReadOnlyList<string> Endings { get; } = [".csv", ".tsv", ".jsonl", ".ndjson", ".xlsx", ".parquet"];

    /// <summary>The endings for messages.</summary>
    internal static string EndingsText { get; } = string.Join(", ", Endings.SkipLast(1)) + " or " + Endings[^1];

    internal FileKind Kind => Ending switch
    {
        ".jsonl" or ".ndjson" => FileKind.JsonLines,
        ".xlsx" => FileKind.Workbook,
        ".parquet" => FileKind.Parquet,
        _ => FileKind.Text,
    };

    /// <summary>Columns that folders of the form <c>name=value</c> give, outermost first: how partitioned Parquet is laid out.</summary>
    internal IReadOnlyList<(string Name, string? Value)> Partitions =>
    [
        .. (System.IO.Path.GetDirectoryName(Name) ?? "").Replace('\\', '/').Split('/')
            .Select(folder => (folder, mark: folder.IndexOf('=', StringComparison.Ordinal)))
            .Where(one => one.mark > 0)
            .Select(one => (one.folder[..one.mark], ValueOf(one.folder[(one.mark + 1)..]))),
    ];

    internal bool IsPacked => Path.EndsWith(".gz", StringComparison.OrdinalIgnoreCase);

    /// <summary>The ending that says what the file is, <c>.gz</c> left off; lower case.</summary>
    internal string Ending => EndingOf(Path);

    /// <summary>The mapping that belongs to it where there is one: <c>NAME.mapping.json</c> beside <c>NAME.*</c>.</summary>
    internal string MappingPath
    {
        get
        {
            var name = System.IO.Path.GetFileName(Path);
            name = IsPacked ? name[..^3] : name;
            return System.IO.Path.Combine(
                System.IO.Path.GetDirectoryName(Path)!, System.IO.Path.GetFileNameWithoutExtension(name) + Mapping.Ending);
        }
    }

    internal static string EndingOf(string path)
    {
        var plain = path.EndsWith(".gz", StringComparison.OrdinalIgnoreCase) ? path[..^3] : path;
        return System.IO.Path.GetExtension(plain).ToLowerInvariant();
    }

    private static string? ValueOf(string folder) => folder == "__HIVE_DEFAULT_PARTITION__" ? null : Uri.UnescapeDataString(folder);

    internal static bool IsRead(string path) => Endings.Contains(EndingOf(path), StringComparer.Ordinal);
}
