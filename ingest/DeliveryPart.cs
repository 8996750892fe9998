namespace ClaimInsights.Ingest;

/// <summary>One file of a delivery, understood: its text, its header, and how its rows become a table's rows.</summary>
internal sealed record DeliveryPart(
    int Number, DeliveryFile File, SourceText Source, byte Delimiter, IReadOnlyList<string> Header, Layout Layout, Mapping? Mapping)
{
    public Table Table => Layout.Table;

    /// <summary>Reads the header and finds out what the file is; refuses it before its first row where that fails.</summary>
    public static DeliveryPart Open(int number, DeliveryFile file, Mapping? given, bool onlyFile, string copy)
    {
        // A mapping that was named goes to the files that need one; beside a file lies its own.
        var own = given is null && System.IO.File.Exists(file.MappingPath) ? Mapping.Load(file.MappingPath) : null;
        var mapping = given ?? own;
        var source = SourceText.Open(file, mapping?.Encoding, copy);
        var delimiter = (byte)(mapping?.Delimiter ?? (file.Ending == ".tsv" ? '\t' : ','));
        var header = HeaderOf(file, source, delimiter);
        if (given is not null && !onlyFile && Bears(header))
        {
            mapping = null;
        }

        var layout = mapping is null ? Layout.ByName(file, header) : Layout.Mapped(file, header, mapping);
        return new DeliveryPart(number, file, source, delimiter, header, layout, mapping);
    }

    /// <summary>Opens the text for scanning, at the header.</summary>
    public RecordScanner Scan()
    {
        var stream = new FileStream(Source.Path, FileMode.Open, FileAccess.Read, FileShare.Read, 1, FileOptions.SequentialScan);
        stream.Position = Source.Start;
        return new RecordScanner(stream, Source.Start, Delimiter);
    }

    private static bool Bears(IReadOnlyList<string> header) => Tables.All.Any(table =>
        table.RequiredColumns.All(column => header.Contains(column.Name, StringComparer.Ordinal))
        && (table.TakesAttributes || header.All(name => table.Find(name) is not null)));

    private static List<string> HeaderOf(DeliveryFile file, SourceText source, byte delimiter)
    {
        using var stream = System.IO.File.OpenRead(source.Path);
        stream.Position = source.Start;
        using var scanner = new RecordScanner(stream, source.Start, delimiter);
        if (!scanner.Next(0, out var record))
        {
            throw new DeliveryException($"{file.Name}: the file holds blank lines only; expected a header line. Ask its sender for it again");
        }

        if (record.Problem is { } problem)
        {
            throw new DeliveryException(
                $"{file.Name}, line {record.Line}: the header cannot be read: {problem.Meaning}; expected a line of column names. Export the file as CSV in UTF-8");
        }

        var header = CsvFields.Of(scanner.Bytes, delimiter).ConvertAll(name => name.Trim());
        var nameless = header.IndexOf("");
        if (nameless >= 0)
        {
            throw new DeliveryException(
                $"{file.Name}, line {record.Line}: column {nameless + 1} of {header.Count} has no name; expected one for each column. Name it, or remove the column");
        }

        return header.GroupBy(name => name, StringComparer.Ordinal).FirstOrDefault(group => group.Count() > 1) is { } twice
            ? throw new DeliveryException(
                $"{file.Name}, line {record.Line}: the column '{twice.Key}' stands there {twice.Count()} times; expected each once. Rename or remove one")
            : header;
    }
}
