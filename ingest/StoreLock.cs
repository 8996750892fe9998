namespace ClaimInsights.Ingest;

/// <summary>Held while a delivery is taken in: one store, one writer. The system drops it when the process ends, however it ends.</summary>
internal sealed class StoreLock : IDisposable
{
    public const string FileName = "ingest.lock";

    /// <summary>Says who holds the lock; a second file, because the locked one cannot be read by others everywhere.</summary>
    public const string HolderName = "ingest.holder";

    private readonly FileStream file;
    private readonly string holder;

    private StoreLock(FileStream file, string holder) => (this.file, this.holder) = (file, holder);

    /// <summary>Takes the lock of the store in that folder.</summary>
    /// <exception cref="StoreException">Another process holds it, or the folder cannot be written.</exception>
    public static StoreLock Take(string folder, DateTimeOffset since)
    {
        Directory.CreateDirectory(folder);
        var holder = Path.Combine(folder, HolderName);
        FileStream file;
        try
        {
            file = new FileStream(
                Path.Combine(folder, FileName), FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None, 1, FileOptions.DeleteOnClose);
        }
        catch (IOException exception)
        {
            var who = File.Exists(holder) ? File.ReadAllText(holder).Trim() : exception.Message;
            throw new StoreException($"{folder}: another ingest is writing this store ({who}). Wait until it ends, then run this one again", exception);
        }

        File.WriteAllText(holder, $"process {Environment.ProcessId} on {Environment.MachineName}, delivery received {since:u}\n");
        return new StoreLock(file, holder);
    }

    public void Dispose()
    {
        File.Delete(holder);
        file.Dispose();
    }
}
