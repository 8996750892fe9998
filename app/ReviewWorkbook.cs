using System.Globalization;
using System.IO.Compression;
using System.Xml;
using ClaimInsights.Ingest;

namespace ClaimInsights.App;

/// <summary>
/// A review sheet as XLSX: texts stay texts, the header stays in sight, findings are chosen from the contract's list. Written part by
/// part, because the same queue is to give the same bytes: no time of writing, no names made up.
/// </summary>
internal static class ReviewWorkbook
{
    private const string Main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
    private const string Relations = "http://schemas.openxmlformats.org/package/2006/relationships";
    private const string Office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    private const string Types = "application/vnd.openxmlformats-officedocument.spreadsheetml.";

    /// <summary>The first day that a ZIP file knows.</summary>
    private static readonly DateTimeOffset Never = new(1980, 1, 1, 0, 0, 0, TimeSpan.Zero);

    public static void Write(ReviewSheet sheet, Stream output)
    {
        using var zip = new ZipArchive(output, ZipArchiveMode.Create, leaveOpen: true);
        Part(zip, "[Content_Types].xml", $"""
            <Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="{Types}sheet.main+xml"/><Override PartName="/xl/worksheets/sheet1.xml" ContentType="{Types}worksheet+xml"/></Types>
            """);
        Part(zip, "_rels/.rels", $"""<Relationships xmlns="{Relations}"><Relationship Id="rId1" Type="{Office}/officeDocument" Target="xl/workbook.xml"/></Relationships>""");
        Part(zip, "xl/workbook.xml", $"""<workbook xmlns="{Main}" xmlns:r="{Office}"><sheets><sheet name="review" sheetId="1" r:id="rId1"/></sheets></workbook>""");
        Part(zip, "xl/_rels/workbook.xml.rels", $"""<Relationships xmlns="{Relations}"><Relationship Id="rId1" Type="{Office}/worksheet" Target="worksheets/sheet1.xml"/></Relationships>""");
        using var stream = Entry(zip, "xl/worksheets/sheet1.xml");
        using var xml = XmlWriter.Create(stream, new XmlWriterSettings { Encoding = new System.Text.UTF8Encoding(false), CheckCharacters = false });
        Sheet(xml, sheet);
    }

    private static void Sheet(XmlWriter xml, ReviewSheet sheet)
    {
        xml.WriteStartElement("worksheet", Main);
        xml.WriteRaw("""<sheetViews><sheetView workbookViewId="0"><pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews>""");
        xml.WriteRaw("<cols>");
        for (var column = 0; column < sheet.Header.Count; column++)
        {
            xml.WriteRaw(string.Create(CultureInfo.InvariantCulture, $"""<col min="{column + 1}" max="{column + 1}" width="{Width(sheet, column)}" customWidth="1"/>"""));
        }

        xml.WriteRaw("</cols>");
        xml.WriteStartElement("sheetData");
        Row(xml, 1, sheet.Header);
        for (var row = 0; row < sheet.Rows.Count; row++)
        {
            Row(xml, row + 2, sheet.Rows[row]);
        }

        xml.WriteEndElement();
        var finding = Letter(sheet.Header.ToList().IndexOf("finding"));
        xml.WriteRaw(string.Create(CultureInfo.InvariantCulture, $"""
            <dataValidations count="1"><dataValidation type="list" allowBlank="1" showErrorMessage="1" sqref="{finding}2:{finding}{sheet.Rows.Count + 1}"><formula1>"{string.Join(',', Tables.Verdicts.Find("finding")!.Codes)}"</formula1></dataValidation></dataValidations>
            """));
        xml.WriteEndElement();
    }

    private static void Row(XmlWriter xml, int number, IReadOnlyList<object?> cells)
    {
        xml.WriteStartElement("row");
        xml.WriteAttributeString("r", number.ToString(CultureInfo.InvariantCulture));
        for (var column = 0; column < cells.Count; column++)
        {
            if (cells[column] is { } value)
            {
                Cell(xml, string.Create(CultureInfo.InvariantCulture, $"{Letter(column)}{number}"), value);
            }
        }

        xml.WriteEndElement();
    }

    private static void Cell(XmlWriter xml, string place, object value)
    {
        xml.WriteStartElement("c");
        xml.WriteAttributeString("r", place);
        if (value is string text)
        {
            xml.WriteAttributeString("t", "inlineStr");
            xml.WriteStartElement("is");
            xml.WriteStartElement("t");
            xml.WriteAttributeString("xml", "space", null, "preserve");
            xml.WriteString(Printable(text));
            xml.WriteEndElement();
            xml.WriteEndElement();
        }
        else
        {
            xml.WriteElementString("v", Convert.ToString(value, CultureInfo.InvariantCulture));
        }

        xml.WriteEndElement();
    }

    // What XML cannot hold shows as the mark for an unreadable character.
    private static string Printable(string text) => string.Concat(text.EnumerateRunes().Select(rune =>
        rune.Value is >= 0x20 and not (0xFFFE or 0xFFFF) or '\t' or '\n' or '\r' ? rune.ToString() : "\uFFFD"));

    private static string Letter(int column) => ((char)('A' + column)).ToString();

    // As wide as its longest text, within what a screen bears.
    private static int Width(ReviewSheet sheet, int column) =>
        Math.Clamp(sheet.Rows.Select(row => (row[column] as string)?.Length ?? 0).Append(sheet.Header[column].Length).Max() + 2, 8, 60);

    private static void Part(ZipArchive zip, string name, string xml)
    {
        using var writer = new StreamWriter(Entry(zip, name), new System.Text.UTF8Encoding(false));
        writer.Write("<?xml version=\"1.0\" encoding=\"utf-8\"?>" + xml);
    }

    private static Stream Entry(ZipArchive zip, string name)
    {
        var entry = zip.CreateEntry(name, CompressionLevel.Optimal);
        entry.LastWriteTime = Never;
        return entry.Open();
    }
}
