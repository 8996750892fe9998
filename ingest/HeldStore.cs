using DuckDB.NET.Data;

namespace ClaimInsights.Ingest;

/// <summary>One writer at work: the lock is held, the manifest is the newest, and a disk that refuses becomes one line.</summary>
internal static class HeldStore
{
    /// <summary>Does work that writes a store.</summary>
    /// <exception cref="StoreException">Another process writes the store, or the disk is full or refuses.</exception>
    public static T With<T>(ClaimStore store, DateTimeOffset since, int waitSeconds, Func<Workbench, T> work)
    {
        try
        {
            using var held = StoreLock.Take(store.Folder, since, waitSeconds);
            store.Refresh();
            using var bench = new Workbench(store.Folder);
            return work(bench);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException || IsDisk(exception))
        {
            throw new StoreException(
                $"{store.Folder}: cannot be written ({exception.Message}); the store is as it was. Free space or mend the disk, then run this again",
                exception);
        }
    }

    private static bool IsDisk(Exception exception) => exception is DuckDBException
        && (exception.Message.StartsWith("IO Error", StringComparison.Ordinal) || exception.Message.StartsWith("Out of Memory", StringComparison.Ordinal));
}
