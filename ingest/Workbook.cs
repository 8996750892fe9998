using System.Globalization;
using System.IO.Compression;
using System.Text.Json;
using System.Xml;
using MiniExcelLibs;
using MiniExcelLibs.OpenXml;

namespace ClaimInsights.Ingest;

/// <summary>
/// One sheet of an XLSX workbook as JSON lines, the line of each row being its row in the sheet. Texts stay texts; a number is written at
/// the fifteen digits that a workbook keeps, a day without its midnight.
/// </summary>
internal static class Workbook
{
    private const double Limit = 1e15;

    public static SourceText Convert(DeliveryFile file, string path, string? sheet, string copy)
    {
        // The reader goes by the ending.
        var config = new OpenXmlConfiguration { FillMergedCells = false, IgnoreEmptyRows = false, Culture = CultureInfo.InvariantCulture };
        try
        {
            using var stream = File.OpenRead(path);
            var sheets = MiniExcel.GetSheetNames(stream, config);
            if (sheet is not null && !sheets.Contains(sheet, StringComparer.Ordinal))
            {
                throw new DeliveryException($"{file.Name}: has no sheet '{sheet}'; found {string.Join(", ", sheets)}. Name one of them with --sheet or in the mapping");
            }

            RefuseDatesFrom1904(file, path);
            stream.Position = 0;
            var rows = MiniExcel.Query(stream, useHeaderRow: false, sheetName: sheet ?? sheets[0], excelType: ExcelType.XLSX, configuration: config);
            using var output = new FileStream(copy, FileMode.Create, FileAccess.Write, FileShare.None, 1 << 18);
            var (header, written) = Write(file, rows.Cast<IDictionary<string, object?>>(), output);
            Check(file, path, sheets.IndexOf(sheet ?? sheets[0]), written);
            return new SourceText(copy, 0, "xlsx") { Header = header };
        }
        catch (Exception exception) when (exception is InvalidDataException or XmlException or FormatException or KeyNotFoundException or NotSupportedException)
        {
            throw new DeliveryException($"{file.Name}: is not a sound XLSX workbook ({exception.Message.TrimEnd('.')}). Save it anew, or export it as CSV", exception);
        }
    }

    private static (List<string> Header, long Rows) Write(DeliveryFile file, IEnumerable<IDictionary<string, object?>> rows, FileStream output)
    {
        List<string>? header = null;
        long written = 0;
        foreach (var row in rows)
        {
            var cells = row.Values.Select(Text).ToList();
            if (cells.All(string.IsNullOrWhiteSpace))
            {
                output.WriteByte((byte)'\n');
                continue;
            }

            written++;
            if (header is null)
            {
                header = [.. cells.Take(cells.FindLastIndex(cell => !string.IsNullOrWhiteSpace(cell)) + 1).Select(cell => (cell ?? "").Trim())];
                output.WriteByte((byte)'\n');
                continue;
            }

            WriteRow(output, header, cells, [.. row.Values]);
        }

        return header is null
            ? throw new DeliveryException($"{file.Name}: the sheet is empty; expected a header row. Name another with --sheet or in the mapping")
            : (header, written);
    }

    private static void WriteRow(FileStream output, List<string> header, List<string?> cells, List<object?> values)
    {
        using (var json = new Utf8JsonWriter(output, new JsonWriterOptions { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping, SkipValidation = true }))
        {
            json.WriteStartObject();
            for (var index = 0; index < cells.Count; index++)
            {
                if (string.IsNullOrEmpty(cells[index]))
                {
                    continue;
                }

                // A value right of the header makes the row one of the wrong width.
                json.WritePropertyName(index < header.Count ? header[index] : $"column {index + 1}");
                if (values[index] is double number && Math.Abs(number) >= Limit)
                {
                    json.WriteRawValue(number.ToString("R", CultureInfo.InvariantCulture), skipInputValidation: true);
                }
                else
                {
                    json.WriteStringValue(cells[index]);
                }
            }

            json.WriteEndObject();
        }

        output.WriteByte((byte)'\n');
    }

    private static string? Text(object? value) => value switch
    {
        null => null,
        string text => text,
        bool flag => flag ? "true" : "false",
        double number => Number(number),
        DateTime moment => moment.TimeOfDay == TimeSpan.Zero
            ? moment.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)
            : moment.ToString("yyyy-MM-ddTHH:mm:ss.FFF", CultureInfo.InvariantCulture),
        IFormattable other => other.ToString(null, CultureInfo.InvariantCulture),
        _ => value.ToString(),
    };

    // Without an exponent, which the workbook does not show either.
    private static string Number(double number) =>
        Math.Abs(number) < Limit && double.IsFinite(number)
            ? decimal.Parse(number.ToString("G15", CultureInfo.InvariantCulture), NumberStyles.Float, CultureInfo.InvariantCulture).ToString(CultureInfo.InvariantCulture)
            : number.ToString("R", CultureInfo.InvariantCulture);

    private static void RefuseDatesFrom1904(DeliveryFile file, string path)
    {
        using var zip = ZipFile.OpenRead(path);
        using var stream = zip.GetEntry("xl/workbook.xml")?.Open();
        using var xml = stream is null ? null : XmlReader.Create(stream);
        while (xml?.Read() == true)
        {
            if (xml is { NodeType: XmlNodeType.Element, LocalName: "workbookPr" } && xml.GetAttribute("date1904") is "1" or "true")
            {
                throw new DeliveryException($"{file.Name}: counts its days from 1904; expected 1900, as others do. Switch that off in the workbook's options and save it anew");
            }
        }
    }

    // The independent count: rows of the sheet's XML that hold a value.
    private static void Check(DeliveryFile file, string path, int sheet, long written)
    {
        using var zip = ZipFile.OpenRead(path);
        var part = WorkbookParts.SheetPath(zip, sheet);
        if (part is null || zip.GetEntry(part) is not { } entry)
        {
            throw new DeliveryException($"{file.Name}: the workbook lacks the part of sheet {sheet + 1}. Save it anew, or export it as CSV");
        }

        var counted = WorkbookParts.RowsWithValues(zip, entry);
        if (counted != written)
        {
            throw new InvalidOperationException($"{file.Name}: {counted} rows hold values, but the reader gave {written}");
        }
    }
}
