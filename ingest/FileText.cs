namespace ClaimInsights.Ingest;

/// <summary>One delivered file as text with a header, whatever kind of file it is.</summary>
internal sealed record FileText(DeliveryFile File, SourceText Source, byte Delimiter, IReadOnlyList<string> Header)
{
    public bool IsJson => Source.Header is not null || File.Kind == FileKind.JsonLines;

    /// <summary>What separates the fields, for receipts; null where the file has no such thing.</summary>
    public string? DelimiterName => IsJson ? null : ((char)Delimiter).ToString();

    /// <summary>The header as delivered, for who repairs rows; null where each row names its columns itself.</summary>
    public string? HeaderLine => IsJson ? null : string.Join((char)Delimiter, Header.Select(name =>
        name.AsSpan().ContainsAny([(char)Delimiter, '"', '\n', '\r']) ? "\"" + name.Replace("\"", "\"\"", StringComparison.Ordinal) + "\"" : name));

    /// <summary>Finds out encoding, delimiter and header.</summary>
    /// <exception cref="DeliveryException">The file has no header that can be read.</exception>
    public static FileText Open(DeliveryFile file, ReadingOptions said, Mapping? mapping, string copy)
    {
        var how = said.Else(mapping);
        var source = SourceText.Open(file, how, copy);
        if (source.Header is { } given)
        {
            return new FileText(file, source, (byte)',', Sound(file, 1, given));
        }

        if (file.Kind == FileKind.JsonLines)
        {
            return new FileText(file, source, (byte)',', Sound(file, 1, JsonHeader.Of(file, source)));
        }

        var usual = (byte)(file.Ending == ".tsv" ? '\t' : ',');
        var delimiter = how.Delimiter is { } character ? (byte)character : DelimiterGuess.Of(source, usual, IsKnownTo(mapping));
        return new FileText(file, source, delimiter, HeaderOf(file, source, delimiter));
    }

    /// <summary>Opens the rows for reading, behind the header.</summary>
    public IRecordReader Rows()
    {
        var stream = new FileStream(Source.Path, FileMode.Open, FileAccess.Read, FileShare.Read, 1, FileOptions.SequentialScan);
        stream.Position = Source.Start;
        if (IsJson)
        {
            return new JsonRecords(stream, Source.Start, Header, File.Kind == FileKind.Workbook);
        }

        var scanner = new RecordScanner(stream, Source.Start, Delimiter);
        scanner.Next(0, out _);
        return scanner;
    }

    private static Func<string, bool> IsKnownTo(Mapping? mapping)
    {
        if (mapping is null)
        {
            return HeaderNames.IsKnown;
        }

        var names = mapping.Columns.SelectMany(column => column.From).Concat(mapping.Keep).Concat(mapping.Drop)
            .Concat(mapping.Split is { } split ? [split.Column] : []).ToHashSet(StringComparer.Ordinal);
        return name => names.Contains(name) || HeaderNames.IsKnown(name);
    }

    private static IReadOnlyList<string> HeaderOf(DeliveryFile file, SourceText source, byte delimiter)
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

        return Sound(file, record.Line, CsvFields.Of(scanner.Bytes, delimiter).ConvertAll(name => name.Trim()));
    }

    private static IReadOnlyList<string> Sound(DeliveryFile file, long line, IReadOnlyList<string> header)
    {
        var nameless = header.ToList().IndexOf("");
        if (nameless >= 0)
        {
            throw new DeliveryException(
                $"{file.Name}, line {line}: column {nameless + 1} of {header.Count} has no name; expected one for each column. Name it, or remove the column");
        }

        return header.GroupBy(name => name, StringComparer.Ordinal).FirstOrDefault(group => group.Count() > 1) is { } twice
            ? throw new DeliveryException(
                $"{file.Name}, line {line}: the column '{twice.Key}' stands there {twice.Count()} times; expected each once. Rename or remove one")
            : header;
    }
}
