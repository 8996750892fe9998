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
            return HeldStore.With(store, options.ReceivedAt, options.WaitSeconds, bench => new IngestRun(store, bench, options, progress ?? ((_, _) => { })).Run(delivery));
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
}
