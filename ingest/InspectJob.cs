namespace ClaimInsights.Ingest;

/// <summary>Looks at one file without a store: what it is, what its columns are, and what taking it in would find.</summary>
public static class InspectJob
{
    // Below this no column is proposed.
    private const double LeastConfidence = 0.3;

    /// <summary>Inspects a file.</summary>
    /// <param name="path">The file.</param>
    /// <param name="said">What is said about how to read it.</param>
    /// <param name="mappingFile">A mapping to try; null: one is suggested.</param>
    /// <param name="scratch">An empty folder for what does not fit into memory.</param>
    /// <exception cref="DeliveryException">The file has no header that can be read, or the mapping does not fit it.</exception>
    public static Inspection Run(string path, ReadingOptions said, string? mappingFile, string scratch)
    {
        ArgumentNullException.ThrowIfNull(said);
        var file = Delivery.From([path]).Files is [var only] ? only : throw new DeliveryException($"{path}: is a folder of several files; expected one file to inspect. Name one of them");
        using var bench = new Workbench(scratch);
        var given = mappingFile is null ? null : Mapping.Load(mappingFile);
        var text = FileText.Open(file, said, given, bench.PathOf("source"));
        Staging.Prepare(bench);
        var (relation, sound, damaged) = new Staging(bench).Plain(text);
        var bears = TableGuess.Bears(text.Header);
        var table = given?.Table ?? (bears ? TableGuess.Fitting(text.Header)! : TableGuess.Closest(text.Header));
        var columns = Columns(bench, relation, text, table);
        var suggested = MappingSuggestion.Of(text, table, columns, said);
        var targets = columns.Select(column => column.Target).ToHashSet(StringComparer.Ordinal);
        List<string> missing = bears || given is not null ? []
            : [.. table.RequiredColumns.Select(column => column.Name).Where(name => !targets.Contains(name))];
        var inspection = new Inspection
        {
            File = file.Name,
            Encoding = text.Source.Encoding,
            Delimiter = text.DelimiterName,
            Table = table.Name,
            Rows = sound + damaged,
            DamagedRows = damaged,
            Columns = columns,
            Missing = missing,
            Mapping = suggested,
        };
        Inspection Try(string name, Mapping? mapping) => Tried(inspection, text, mapping, Directory.CreateDirectory(Path.Combine(scratch, name)).FullName);
        if (missing.Count > 0)
        {
            return inspection;
        }

        if (given is not null)
        {
            return Try("given", given) with { NeedsNoMapping = bears };
        }

        var asItIs = bears ? Try("plain", null) with { NeedsNoMapping = true } : null;
        if (asItIs is { Quarantined: 0 })
        {
            return asItIs;
        }

        var bySuggestion = Try("mapped", Suggested(suggested, scratch));
        return asItIs is null || bySuggestion.Quarantined < asItIs.Quarantined ? bySuggestion : asItIs;
    }

    private static Mapping Suggested(string text, string scratch)
    {
        var file = Path.Combine(scratch, "suggested" + Mapping.Ending);
        File.WriteAllText(file, text);
        return Mapping.Load(file);
    }

    // The trial judgement: the same staging as ingest's, of which only the problems are kept.
    private static Inspection Tried(Inspection inspection, FileText text, Mapping? mapping, string scratch)
    {
        using var bench = new Workbench(scratch);
        Staging.Prepare(bench);
        var isWorkbook = text.File.Kind == FileKind.Workbook;
        var layout = mapping is null ? Layout.ByName(text.File, text.Header, isWorkbook) : Layout.Mapped(text.File, text.Header, mapping, isWorkbook);
        var part = new DeliveryPart(0, text, layout, mapping);
        var staging = new Staging(bench);
        var quarantine = new Quarantine(bench, VehicleNames.Plain);
        staging.Load(part, mapping?.AsOf);
        quarantine.Gather(part, staging.FileOf(part));
        return inspection with { Quarantined = quarantine.Rows(), Problems = quarantine.Problems(), Examples = quarantine.Examples(10) };
    }

    private static List<InspectedColumn> Columns(Workbench bench, string relation, FileText text, Table table)
    {
        var named = HeaderNames.In(table, text.Header);
        var profiles = text.Header.Select((name, index) => ColumnProfile.Of(bench, relation, index, name)).ToList();
        var taken = named.OfType<string>().ToHashSet(StringComparer.Ordinal);
        var columns = new List<InspectedColumn>();
        for (var index = 0; index < profiles.Count; index++)
        {
            var (profile, header) = (profiles[index], text.Header[index]);
            var target = named[index] ?? Alike(table, header, taken) ?? ByValues(bench, relation, index, profile, table, taken);
            var match = target is null ? 0 : profile.Fit(bench, relation, index, table.Find(target)!);
            var byHeader = target is null ? 0 : target == header ? 1 : named[index] is not null || AttributeName.Of(header) == target ? 0.9 : 0;
            var confidence = byHeader > 0 ? byHeader * (0.3 + (0.7 * match)) : 0.5 * match;
            // What ingest takes by its name is proposed whatever its values: they are then said to be wrong.
            var isLikely = target is not null && (named[index] is not null || confidence >= LeastConfidence) && taken.Add("column of " + target);
            columns.Add(Described(profile) with
            {
                Target = isLikely ? target : null,
                Confidence = isLikely ? Math.Round(confidence, 2) : 0,
                ValuesMatch = isLikely ? Math.Round(match, 4) : 0,
            });
        }

        return columns;
    }

    private static string? Alike(Table table, string header, HashSet<string> taken) =>
        AttributeName.Of(header) is var name && table.Find(name) is not null && taken.Add(name) ? name : null;

    // VINs and codes are known by themselves; days and amounts are not.
    private static string? ByValues(Workbench bench, string relation, int index, ColumnProfile profile, Table table, HashSet<string> taken) =>
        profile.Present == 0 ? null : table.Columns
            .Where(column => column.Type is ColumnType.Vin or ColumnType.Code && !taken.Contains(column.Name))
            .Select(column => (column.Name, Fit: profile.Fit(bench, relation, index, column)))
            .Where(column => column.Fit >= 0.9)
            .OrderByDescending(column => column.Fit)
            .Select(column => column.Name)
            .FirstOrDefault(taken.Add);

    private static InspectedColumn Described(ColumnProfile profile)
    {
        var formats = ColumnProfile.Days.Where(day => profile.Share(day.Format) > 0)
            .OrderByDescending(day => profile.Share(day.Format)).Select(day => day.Format).ToList();
        var (comma, point) = (profile.Share("comma thousands"), profile.Share("point thousands"));
        return new InspectedColumn(
            profile.Name, profile.Type, profile.Minimum, profile.Maximum,
            profile.Rows == 0 ? 0 : Math.Round(1 - ((double)profile.Present / profile.Rows), 4), profile.Examples)
        {
            Formats = formats is ["yyyy-MM-dd"] ? [] : [.. formats.Where(format => format.Length <= 11)],
            Thousands = point > comma ? "." : comma > 0 ? "," : null,
            Decimal = point > comma ? "," : null,
        };
    }
}
