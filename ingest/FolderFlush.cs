using System.Runtime.InteropServices;

namespace ClaimInsights.Ingest;

/// <summary>
/// Makes names in a folder survive a loss of power. A flushed file whose new name was not yet written to the disk is lost all the same;
/// Linux and macOS write it when the folder itself is flushed, Windows with the file's own metadata.
/// </summary>
internal static partial class FolderFlush
{
    private const int ReadOnly = 0;

    /// <summary>Flushes a folder's names to the disk; a file system that cannot do so is no error.</summary>
    public static void Flush(string folder)
    {
        if (OperatingSystem.IsWindows())
        {
            return;
        }

        var file = Open(folder, ReadOnly);
        if (file < 0)
        {
            return;
        }

        _ = Sync(file);
        _ = Close(file);
    }

    [LibraryImport("libc", EntryPoint = "open", StringMarshalling = StringMarshalling.Utf8)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static partial int Open(string path, int flags);

    [LibraryImport("libc", EntryPoint = "fsync")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static partial int Sync(int file);

    [LibraryImport("libc", EntryPoint = "close")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static partial int Close(int file);
}
