using DuckDB.NET.Data;

namespace ClaimInsights.Ingest;

/// <summary>Takes deliveries into a store: whole, or not at all.</summary>
/// <param name="store">The store; its folder is made with the first delivery.</param>
public sealed class IngestJob(ClaimStore store)
{
    /// <summary>Takes in one delivery. The same delivery again changes nothing.</summary>
    /// <param name="delivery">Its files.</param>
    /// <param name="options">How.</param>
    /// <param name="progress">Told what is being done and how far the whole is, 0…1.</param>
    /// <returns>The receipt, as kept in the store under <c>deliveries/</c>.</returns>
    /// <exception cref="DeliveryException">A file or its mapping cannot be taken in at all.</exception>
    /// <exception cref="QuarantineExceededException">More rows than allowed would be quarantined.</exception>
    /// <exception cref="StoreException">Another process writes the store, or the disk is full or refuses.</exception>
    public IngestReceipt Run(Delivery delivery, IngestOptions options, Action<string, double>? progress = null)
    {
        ArgumentNullException.ThrowIfNull(delivery);
        ArgumentNullException.ThrowIfNull(options);
        var existed = Directory.Exists(store.Folder);
        try
        {
            using var held = StoreLock.Take(store.Folder, options.ReceivedAt, options.WaitSeconds);
            store.Refresh();
            using var bench = new Workbench(store.Folder);
            return new IngestRun(store, bench, options, progress ?? ((_, _) => { })).Run(delivery);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException || IsDisk(exception))
        {
            throw new StoreException(
                $"{store.Folder}: cannot be written ({exception.Message}); the store is as it was. Free space or mend the disk, then run this again",
                exception);
        }
        finally
        {
            if (!existed && store.IsNew && Directory.Exists(store.Folder)
                && Directory.EnumerateFileSystemEntries(store.Folder).All(entry => Path.GetFileName(entry) == StoreLock.FileName))
            {
                Directory.Delete(store.Folder, recursive: true);
            }
        }
    }

    private static bool IsDisk(Exception exception) => exception is DuckDBException
        && (exception.Message.StartsWith("IO Error", StringComparison.Ordinal) || exception.Message.StartsWith("Out of Memory", StringComparison.Ordinal));
}
