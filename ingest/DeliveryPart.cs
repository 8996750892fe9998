namespace ClaimInsights.Ingest;

/// <summary>One file of a delivery, understood: its text, its header, and how its rows become a table's rows.</summary>
internal sealed record DeliveryPart(int Number, FileText Text, Layout Layout, Mapping? Mapping)
{
    public DeliveryFile File => Text.File;

    public SourceText Source => Text.Source;

    public byte Delimiter => Text.Delimiter;

    public IReadOnlyList<string> Header => Text.Header;

    public Table Table => Layout.Table;

    /// <summary>Reads the header and finds out what the file is; refuses it before its first row where that fails.</summary>
    /// <param name="number">Its place in the delivery.</param>
    /// <param name="file">The file.</param>
    /// <param name="given">The mapping that was named; it goes to the files that need one. Null: the one beside the file, if there.</param>
    /// <param name="onlyFile">Whether the delivery has no other file.</param>
    /// <param name="said">What was said about how to read it; it goes before what the mapping says.</param>
    /// <param name="copy">Where a copy may be written.</param>
    public static DeliveryPart Open(int number, DeliveryFile file, Mapping? given, bool onlyFile, ReadingOptions said, string copy)
    {
        var own = given is null && System.IO.File.Exists(file.MappingPath) ? Mapping.Load(file.MappingPath) : null;
        var mapping = given ?? own;
        var text = FileText.Open(file, said, mapping, copy);
        if (given is not null && !onlyFile && TableGuess.Bears(text.Header))
        {
            mapping = null;
        }

        var isWorkbook = file.Kind == FileKind.Workbook;
        var layout = mapping is null ? Layout.ByName(file, text.Header, isWorkbook) : Layout.Mapped(file, text.Header, mapping, isWorkbook);
        return new DeliveryPart(number, text, layout, mapping);
    }
}
