using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace ClaimInsights.Ingest;

/// <summary>One delivery on its way into a store whose lock is held.</summary>
internal sealed class IngestRun(ClaimStore store, Workbench bench, IngestOptions options, Action<string, double> progress)
{
    public IngestReceipt Run(Delivery delivery)
    {
        progress("opening the delivery", 0);
        var names = VehicleNames.Of(store, options.Pseudonyms);
        names.Register(bench.Connection);
        var given = options.MappingFile is { } file ? Mapping.Load(file) : null;
        var parts = delivery.Files.Select((source, index) =>
            DeliveryPart.Open(index, source, given, delivery.Files.Count == 1, options.Reading, bench.PathOf($"source-{index}"))).ToList();
        var id = IdOf(parts);
        if (store.Manifest.Deliveries.Contains(id, StringComparer.Ordinal))
        {
            return StoreJson.Read<IngestReceipt>(store.ReceiptFile(id)).Again(options.ReceivedAt);
        }

        var staging = new Staging(bench, options.SortAbove, id, names);
        var quarantine = new Quarantine(bench, names);
        Staging.Prepare(bench);
        QueuedColumns.Prepare(bench, parts.Any(part => part.Table == Tables.Verdicts) ? QueueLog.All(store) : []);
        var read = new Dictionary<int, long>();
        foreach (var part in parts)
        {
            progress($"reading {part.File.Name} ({part.Source.Encoding})", 0.05 + (0.5 * part.Number / parts.Count));
            read[part.Number] = staging.Load(part, AsOf(part));
            quarantine.Gather(part, staging.FileOf(part));
        }

        var files = new NewFiles(bench, id);
        var retired = new List<StoreFile>();
        var counts = parts.ToDictionary(part => part.Number, part => new IngestCounts { Read = read[part.Number] });
        var tables = Tables.All.Where(table => parts.Any(part => part.Table == table)).ToList();
        foreach (var table in tables)
        {
            progress($"judging {table.Name}", 0.55 + (0.35 * tables.IndexOf(table) / tables.Count));
            TakeIn(new TableIntake(bench, store, table, [.. parts.Where(part => part.Table == table)], staging), counts, files, retired, quarantine, id);
        }

        Aside(counts);
        var receipt = IngestReceipt.From(
            id, [.. parts.Select(part => PartOf(part, counts[part.Number]))], quarantine.Problems(), options.AsOf ?? parts.Select(AsOf).Max(), options.ReceivedAt);
        CheckQuarantine(receipt, quarantine);
        if (options.IsDryRun)
        {
            progress("done, nothing written", 1);
            return receipt;
        }

        progress("committing", 0.9);
        quarantine.Write(files, parts, id);
        Commit(receipt, files, retired);
        progress("done", 1);
        return receipt;
    }

    private DateOnly? AsOf(DeliveryPart part) => options.AsOf ?? part.Mapping?.AsOf;

    // Content, not names: the files' bytes in their order, what they were taken for, and the day to which they are complete.
    private string IdOf(IReadOnlyList<DeliveryPart> parts)
    {
        var text = new StringBuilder();
        foreach (var part in parts)
        {
            text.Append(CultureInfo.InvariantCulture, $"{part.Table.Name} {SourceText.HashOf(part.File)} {part.Mapping?.Hash} {AsOf(part):yyyy-MM-dd}{options.Reading.Mark}\n");
        }

        return "d" + Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text.ToString())))[..12];
    }

    private void TakeIn(
        TableIntake intake, Dictionary<int, IngestCounts> counts, NewFiles files, List<StoreFile> retired, Quarantine quarantine, string id)
    {
        if (intake.Table.Policy == RowPolicy.Versioned)
        {
            VersionedJudge.Judge(intake);
        }
        else
        {
            ReplacedJudge.Judge(intake);
        }

        foreach (var (part, outcome, rows) in bench.Rows(
            $"select cast(incoming._ord >> {Staging.PartBits} as integer), coalesce(outcome.outcome, ''), count(*) from incoming left join outcome using (_ord) group by all",
            reader => (reader.GetInt32(0), reader.GetString(1), reader.GetInt64(2))))
        {
            counts[part] += outcome switch
            {
                TableIntake.Superseded => new IngestCounts { Superseded = rows },
                TableIntake.Known => new IngestCounts { AlreadyKnown = rows },
                TableIntake.Conflict => new IngestCounts { Quarantined = rows },
                _ => new IngestCounts { Stored = rows },
            };
        }

        // Sorted rows that nothing speaks against are not asked about: they are stored.
        foreach (var part in intake.Sorted.GroupBy(file => file.Part))
        {
            var judged = bench.Count($"select count(*) from judged where _ord >> {Staging.PartBits} = {part.Key}");
            counts[part.Key] += new IngestCounts { Stored = part.Sum(file => file.Rows) - judged };
        }

        quarantine.GatherConflicts();
        retired.AddRange(TableWriter.Write(intake, files, id));
    }

    // Conflicts were counted with their table; here come the rows that their own rules set aside.
    private void Aside(Dictionary<int, IngestCounts> counts)
    {
        foreach (var part in counts.Keys.ToList())
        {
            var problems = bench.Count($"select count(*) from aside where part = {part} and problems is not null");
            var open = bench.Count($"select count(*) from aside where part = {part} and problems is null");
            counts[part] = counts[part] with { Quarantined = problems, NotClosed = open };
        }
    }

    private static ReceiptPart PartOf(DeliveryPart part, IngestCounts counts) => new(
        part.File.Name, part.Table.Name, counts, part.Layout.LeftOut, part.Mapping is null ? null : Path.GetFileName(part.Mapping.File))
    {
        Encoding = part.Source.Encoding,
        Delimiter = part.Text.DelimiterName,
    };

    private void CheckQuarantine(IngestReceipt receipt, Quarantine quarantine)
    {
        if (receipt.Quarantined * 100.0 > options.MaxQuarantinePercent * receipt.Read)
        {
            throw new QuarantineExceededException(
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"{receipt.Quarantined} of {receipt.Read} rows would be quarantined, {100.0 * receipt.Quarantined / receipt.Read:0.0} %; expected at most {options.MaxQuarantinePercent:0.##} %, so nothing was stored. Commonest: {string.Join("; ", quarantine.Examples(3))}. Repair the delivery or its mapping, or raise --max-quarantine"),
                receipt.Read,
                receipt.Quarantined,
                receipt.Problems);
        }
    }

    // Data first, then the receipt, and the manifest as the one step that makes all of it count.
    private void Commit(IngestReceipt receipt, NewFiles files, List<StoreFile> retired)
    {
        files.MoveInto(store);
        StoreJson.Replace(store.ReceiptFile(receipt.DeliveryId), receipt);
        store.Replace(retired, files.All, manifest => manifest with
        {
            Deliveries = [.. manifest.Deliveries, receipt.DeliveryId],
            PseudonymKey = options.Pseudonyms?.KeyId,
        });
    }
}
