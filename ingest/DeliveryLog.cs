namespace ClaimInsights.Ingest;

/// <summary>The receipts of the deliveries that a store holds.</summary>
public static class DeliveryLog
{
    /// <summary>One receipt for each delivery taken in, in that order.</summary>
    /// <exception cref="StoreException">A receipt is missing or cannot be read.</exception>
    public static IReadOnlyList<IngestReceipt> Of(ClaimStore store)
    {
        ArgumentNullException.ThrowIfNull(store);
        return [.. store.Manifest.Deliveries.Select(delivery => Receipt(store, delivery))];
    }

    private static IngestReceipt Receipt(ClaimStore store, string delivery)
    {
        var file = store.ReceiptFile(delivery);
        try
        {
            return StoreJson.Read<IngestReceipt>(file);
        }
        catch (Exception problem) when (problem is IOException or System.Text.Json.JsonException)
        {
            throw new StoreException($"{file}: the receipt of a delivery that the manifest names cannot be read ({problem.Message}). Take it from a copy of the store", problem);
        }
    }
}
