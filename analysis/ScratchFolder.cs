namespace ClaimInsights.Analysis;

/// <summary>
/// A folder of the machine's temporary folder that goes with its owner. What a killed run left behind is removed by a later one: as long as an owner lives it
/// holds the folder's lock.
/// </summary>
public sealed class ScratchFolder : IDisposable
{
    private const string LockName = "lock";

    /// <summary>A lock made so shortly before one's own is let alone: its owner may have the file and not yet the lock.</summary>
    private static readonly TimeSpan JustMade = TimeSpan.FromMinutes(1);

    private readonly DirectoryInfo folder;
    private readonly FileStream held;

    /// <summary>Makes a folder, and removes those for the same whose owners are gone.</summary>
    /// <param name="purpose">A word of its name: what it is for.</param>
    public ScratchFolder(string purpose)
    {
        var prefix = $"claiminsights-{purpose}-";
        folder = Directory.CreateTempSubdirectory(prefix);
        held = Lock(folder.FullName, FileMode.CreateNew);
        var madeBefore = MadeAt(folder.FullName) - JustMade;
        foreach (var other in Directory.GetDirectories(Path.GetTempPath(), $"{prefix}*").Where(other => MadeAt(other) < madeBefore))
        {
            RemoveIfLeft(other);
        }
    }

    /// <summary>A file in it.</summary>
    /// <param name="name">Its name.</param>
    public string PathOf(string name) => Path.Combine(folder.FullName, name);

    /// <inheritdoc/>
    public void Dispose()
    {
        held.Dispose();
        try
        {
            folder.Delete(recursive: true);
        }
        catch (DirectoryNotFoundException)
        {
            // Another run was faster: the lock was free.
        }
    }

    private static FileStream Lock(string folder, FileMode mode) => new(Path.Combine(folder, LockName), mode, FileAccess.ReadWrite, FileShare.None);

    /// <summary>When the lock was made, by the clock of the file system; long ago where there is none.</summary>
    private static DateTime MadeAt(string folder) => File.GetLastWriteTimeUtc(Path.Combine(folder, LockName));

    private static void RemoveIfLeft(string folder)
    {
        try
        {
            // A folder without a lock is just being made; an older one whose lock can be had was left.
            using (Lock(folder, FileMode.Open))
            {
            }

            Directory.Delete(folder, recursive: true);
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException)
        {
            // It has an owner, belongs to another user, or somebody else removes it right now.
        }
    }
}
