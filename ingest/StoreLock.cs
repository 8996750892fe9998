namespace ClaimInsights.Ingest;

/// <summary>Held while a delivery is taken in: one store, one writer. The system drops it when the process ends, however it ends.</summary>
internal sealed class StoreLock : IDisposable
{
    public const string FileName = "ingest.lock";

    /// <summary>Says who holds the lock; a second file, because the locked one cannot be read by others everywhere.</summary>
    public const string HolderName = "ingest.holder";

    // The file stays when the lock is dropped: were it deleted, one process could hold the deleted file and another a new one.
    private readonly FileStream file;
    private readonly string holder;

    private StoreLock(FileStream file, string holder) => (this.file, this.holder) = (file, holder);

    private const int TriesPerSecond = 5;

    /// <summary>Takes the lock of the store in that folder.</summary>
    /// <param name="folder">The store's.</param>
    /// <param name="since">When the delivery was received, for whoever meets the lock.</param>
    /// <param name="waitSeconds">How long to wait for another holder; 0: not at all.</param>
    /// <exception cref="StoreException">Another process holds it, or the folder cannot be written.</exception>
    public static StoreLock Take(string folder, DateTimeOffset since, int waitSeconds = 0)
    {
        Directory.CreateDirectory(folder);
        var holder = Path.Combine(folder, HolderName);
        for (var tried = 0; ; tried++)
        {
            try
            {
                var file = new FileStream(
                    Path.Combine(folder, FileName), FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None, 1);
                File.WriteAllText(holder, $"process {Environment.ProcessId} on {Environment.MachineName}, delivery received {since:u}\n");
                return new StoreLock(file, holder);
            }
            catch (IOException) when (tried < waitSeconds * TriesPerSecond)
            {
                Thread.Sleep(1000 / TriesPerSecond);
            }
            catch (IOException exception)
            {
                var who = File.Exists(holder) ? File.ReadAllText(holder).Trim() : exception.Message;
                throw new StoreException(
                    $"{folder}: another ingest is writing this store ({who}){(waitSeconds > 0 ? $", still after {waitSeconds} s" : "")}. Wait until it ends, then run this one again, or give it more time with --wait", exception);
            }
        }
    }

    public void Dispose()
    {
        File.Delete(holder);
        file.Dispose();
    }
}
