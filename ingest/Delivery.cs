namespace ClaimInsights.Ingest;

/// <summary>The files that are taken in at once: stored whole, or not at all.</summary>
public sealed class Delivery
{
    /// <summary>Most files that one delivery may have.</summary>
    internal const int MaxFiles = 4095;

    private Delivery(IReadOnlyList<DeliveryFile> files) => Files = files;

    /// <summary>The files in the order in which they are taken in: as named, a folder's sorted by name; at least one.</summary>
    public IReadOnlyList<DeliveryFile> Files { get; }

    /// <summary>Gathers files and the files of folders; what lies in folders without being a delivery (mappings, notes) is passed over.</summary>
    /// <param name="paths">Files and folders.</param>
    /// <returns>The delivery.</returns>
    /// <exception cref="DeliveryException">A path is missing, is no file of a kind that is read, or there is no such file at all.</exception>
    public static Delivery From(IEnumerable<string> paths)
    {
        ArgumentNullException.ThrowIfNull(paths);
        var files = paths.SelectMany(FilesAt).DistinctBy(file => file.Path, StringComparer.Ordinal).ToList();
        return files.Count switch
        {
            0 => throw new DeliveryException($"no delivery named; expected files or folders of {DeliveryFile.EndingsText} files, plain or .gz"),
            > MaxFiles => throw new DeliveryException($"the delivery has {files.Count} files; expected at most {MaxFiles}. Take them in in several deliveries"),
            _ => new Delivery(files),
        };
    }

    private static IEnumerable<DeliveryFile> FilesAt(string path)
    {
        if (Directory.Exists(path))
        {
            var found = Directory.GetFiles(path, "*", SearchOption.AllDirectories).Where(DeliveryFile.IsRead).Order(StringComparer.Ordinal).ToList();
            return found.Count > 0
                ? found.Select(file => FileAt(file, Path.GetRelativePath(path, file).Replace('\\', '/')))
                : throw new DeliveryException($"{path}: the folder holds no delivery; expected {DeliveryFile.EndingsText} files, plain or .gz. Name the folder that has them");
        }

        if (!File.Exists(path))
        {
            throw new DeliveryException($"{path}: no such file or folder; expected a delivery. Check the path");
        }

        return DeliveryFile.IsRead(path)
            ? [FileAt(path, path)]
            : throw new DeliveryException(
                $"{path}: is not a kind of file that is read; found '{DeliveryFile.EndingOf(path)}', expected {DeliveryFile.EndingsText}, plain or .gz. Export it as CSV");
    }

    private static DeliveryFile FileAt(string path, string name) => new(Path.GetFullPath(path), name, new FileInfo(path).Length);
}
