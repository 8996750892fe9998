using System.Globalization;
using ClaimInsights.Ingest;

namespace ClaimInsights.App;

/// <summary>A receipt in words: what became of every row, and where the bad ones are.</summary>
internal static class ReceiptText
{
    public static void Print(TextWriter output, IngestReceipt receipt, string storeFolder, bool isJson, bool isDryRun = false)
    {
        if (isJson)
        {
            JsonResult.Print(output, new
            {
                Delivery = receipt.DeliveryId,
                receipt.Read,
                receipt.Stored,
                receipt.Superseded,
                receipt.AlreadyKnown,
                receipt.NotClosed,
                receipt.Quarantined,
                receipt.Problems,
            });
            return;
        }

        output.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"delivery {receipt.DeliveryId}: {receipt.Read} rows read = {receipt.Stored} stored + {receipt.Superseded} superseded + " +
            $"{receipt.AlreadyKnown} already known + {receipt.NotClosed} not closed + {receipt.Quarantined} quarantined"));
        if (isDryRun)
        {
            output.WriteLine("dry run: nothing was written");
        }

        if (receipt.Quarantined > 0)
        {
            output.WriteLine(isDryRun
                ? "rows that would be quarantined, by problem:"
                : $"quarantined rows, each with its raw line and every problem: {Path.Combine(storeFolder, "quarantine", receipt.DeliveryId + ".parquet")}");
            if (!isDryRun)
            {
                output.WriteLine($"see them with: claiminsights ingest --show-quarantine --store {storeFolder}");
            }

            foreach (var (problem, rows) in receipt.Problems.OrderByDescending(one => one.Value).ThenBy(one => one.Key, StringComparer.Ordinal))
            {
                output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"  {rows,8}  {problem}"));
            }
        }
    }

    /// <summary>What each file was taken for, and how it was read.</summary>
    public static void PrintFiles(TextWriter output, IngestReceipt receipt)
    {
        foreach (var part in receipt.Files)
        {
            var separated = part.Delimiter is null ? "" : $", separated by {(part.Delimiter == "\t" ? "tabs" : part.Delimiter)}";
            output.WriteLine($"  {part.File}: {part.Table}, {part.Encoding}{separated}{(part.Mapping is null ? "" : ", " + part.Mapping)}");
        }
    }
}
