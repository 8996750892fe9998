using System.IO.Compression;
using System.Xml;

namespace ClaimInsights.Ingest;

/// <summary>Looks into the parts of a workbook by themselves, without the reader whose count is to be checked.</summary>
internal static class WorkbookParts
{
    /// <summary>The part of the sheet at that place of the workbook's list; null where it names none.</summary>
    public static string? SheetPath(ZipArchive zip, int index)
    {
        var ids = Elements(zip, "xl/workbook.xml", "sheet", xml => xml.GetAttribute("id", "http://schemas.openxmlformats.org/officeDocument/2006/relationships")
            ?? xml.GetAttribute("id", "http://purl.oclc.org/ooxml/officeDocument/relationships"));
        var id = ids.ElementAtOrDefault(index);
        var target = Elements(zip, "xl/_rels/workbook.xml.rels", "Relationship", xml => xml.GetAttribute("Id") == id ? xml.GetAttribute("Target") : null)
            .FirstOrDefault(found => found is not null);
        return target is null ? null : target.StartsWith('/') ? target[1..] : "xl/" + target;
    }

    /// <summary>Rows in which a cell holds more than blanks.</summary>
    public static long RowsWithValues(ZipArchive zip, ZipArchiveEntry sheet)
    {
        var blank = BlankTexts(zip);
        using var stream = sheet.Open();
        using var xml = XmlReader.Create(stream);
        long rows = 0;
        var (holds, isShared, isText) = (false, false, false);
        while (xml.Read())
        {
            if (xml is { NodeType: XmlNodeType.EndElement, LocalName: "row" })
            {
                rows += holds ? 1 : 0;
                holds = false;
            }
            else if (xml.NodeType == XmlNodeType.Element)
            {
                isText = xml.LocalName is "v" or "t";
                isShared = xml.LocalName == "c" ? xml.GetAttribute("t") == "s" : isShared;
            }
            else if (xml.NodeType is XmlNodeType.Text && isText)
            {
                holds |= isShared && xml.Value is { } index
                    ? !(int.TryParse(index, System.Globalization.CultureInfo.InvariantCulture, out var number) && blank.Contains(number))
                    : !string.IsNullOrWhiteSpace(xml.Value);
            }
        }

        return rows;
    }

    private static HashSet<int> BlankTexts(ZipArchive zip)
    {
        var blank = new HashSet<int>();
        using var stream = zip.GetEntry("xl/sharedStrings.xml")?.Open();
        using var xml = stream is null ? null : XmlReader.Create(stream);
        var (index, holds) = (-1, true);
        while (xml?.Read() == true)
        {
            if (xml is { NodeType: XmlNodeType.Element, LocalName: "si" })
            {
                (index, holds) = (index + 1, false);
                if (xml.IsEmptyElement)
                {
                    blank.Add(index);
                }
            }
            else if (xml is { NodeType: XmlNodeType.EndElement, LocalName: "si" } && !holds)
            {
                blank.Add(index);
            }
            else if (xml.NodeType == XmlNodeType.Text)
            {
                holds |= !string.IsNullOrWhiteSpace(xml.Value);
            }
        }

        return blank;
    }

    private static List<string?> Elements(ZipArchive zip, string part, string name, Func<XmlReader, string?> found)
    {
        var list = new List<string?>();
        using var stream = zip.GetEntry(part)?.Open();
        using var xml = stream is null ? null : XmlReader.Create(stream);
        while (xml?.Read() == true)
        {
            if (xml.NodeType == XmlNodeType.Element && xml.LocalName == name)
            {
                list.Add(found(xml));
            }
        }

        return list;
    }
}
