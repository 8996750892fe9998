using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;

namespace ClaimInsights.Ingest;

/// <summary>
/// What a review sheet does not tell its reviewer: how each of its claims was selected. Kept as
/// <c>STORE/queues/&lt;sheet_id&gt;.json</c>, and joined to the sheet again when it comes back.
/// </summary>
/// <param name="SheetId">The sheet's name, made of the rest: the same queue is the same sheet.</param>
/// <param name="AsOf">The day of the queue.</param>
/// <param name="ModelId">The model that filled it.</param>
/// <param name="Claims">Its claims, by id and version.</param>
public sealed record QueueLog(string SheetId, DateOnly AsOf, string ModelId, IReadOnlyList<QueuedClaimVersion> Claims)
{
    /// <summary>Folder of the logs within the store.</summary>
    public const string FolderName = "queues";

    /// <summary>The log of a queue.</summary>
    /// <param name="asOf">The day of the queue.</param>
    /// <param name="modelId">The model that filled it.</param>
    /// <param name="claims">Its claims; their order does not matter.</param>
    public static QueueLog Of(DateOnly asOf, string modelId, IEnumerable<QueuedClaimVersion> claims)
    {
        List<QueuedClaimVersion> sorted = [.. claims.OrderBy(claim => claim.ClaimId, StringComparer.Ordinal).ThenBy(claim => claim.Version)];
        var text = new StringBuilder(string.Create(CultureInfo.InvariantCulture, $"{asOf:yyyy-MM-dd}\t{modelId}\n"));
        sorted.ForEach(claim => text.Append(CultureInfo.InvariantCulture, $"{claim.ClaimId}\t{claim.Version}\t{claim.Selection}\t{claim.Probability:R}\n"));
        return new QueueLog("q" + Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text.ToString())))[..12], asOf, modelId, sorted);
    }

    /// <summary>Keeps the log; the same one again changes nothing.</summary>
    /// <param name="store">The store that the queue was made of.</param>
    /// <exception cref="IOException">The store cannot be written.</exception>
    public void Save(ClaimStore store)
    {
        ArgumentNullException.ThrowIfNull(store);
        StoreJson.Replace(Path.Combine(store.Folder, FolderName, SheetId + ".json"), this);
    }

    /// <summary>Every log of a store, by sheet.</summary>
    /// <param name="store">The store.</param>
    /// <exception cref="StoreException">A log cannot be read.</exception>
    public static IReadOnlyList<QueueLog> All(ClaimStore store)
    {
        ArgumentNullException.ThrowIfNull(store);
        var folder = Path.Combine(store.Folder, FolderName);
        return !Directory.Exists(folder) ? [] : [.. Directory.GetFiles(folder, "*.json").Order(StringComparer.Ordinal).Select(Read)];
    }

    private static QueueLog Read(string file)
    {
        try
        {
            var log = StoreJson.Read<QueueLog>(file);
            return log is { SheetId: not null, Claims: not null } && log.SheetId == Path.GetFileNameWithoutExtension(file)
                ? log : throw new JsonException("it does not tell of the sheet that it is named after");
        }
        catch (JsonException problem)
        {
            throw new StoreException(
                $"{file}: is not the log of a review queue ({problem.Message.Split('\n')[0].TrimEnd('.')}); expected what export --review-sheet wrote. Take it from a copy of the store", problem);
        }
    }
}
