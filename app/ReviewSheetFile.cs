using System.Text;
using ClaimInsights.Analysis.Insights;
using ClaimInsights.Ingest;

namespace ClaimInsights.App;

/// <summary>A review sheet on disk: CSV (UTF-8 with a byte-order mark, so that a spreadsheet reads Chinese) or XLSX.</summary>
internal static class ReviewSheetFile
{
    /// <summary>Whether the name says one of the two kinds.</summary>
    public static bool IsKnown(string path) => IsWorkbook(path) || path.EndsWith(".csv", StringComparison.OrdinalIgnoreCase);

    /// <summary>Refuses to write over a file: it may hold a reviewer's findings.</summary>
    /// <exception cref="RequestException">The file is there.</exception>
    public static void CheckIsNew(string path)
    {
        if (File.Exists(path) || Directory.Exists(path))
        {
            throw new RequestException($"--review-sheet {path}: is there already, and a sheet may hold findings; expected a new file. Name another, or move that one away");
        }
    }

    /// <summary>Logs the queue in the store, then writes the sheet.</summary>
    /// <exception cref="RequestException">The file is there.</exception>
    public static void Write(ReviewSheet sheet, ClaimStore store, string path)
    {
        CheckIsNew(path);
        sheet.Log.Save(store);
        if (Path.GetDirectoryName(Path.GetFullPath(path)) is { } folder)
        {
            Directory.CreateDirectory(folder);
        }

        using var file = new FileStream(path, FileMode.CreateNew, FileAccess.Write, FileShare.None);
        if (IsWorkbook(path))
        {
            ReviewWorkbook.Write(sheet, file);
            return;
        }

        using var writer = new StreamWriter(file, new UTF8Encoding(encoderShouldEmitUTF8Identifier: true)) { NewLine = "\n" };
        writer.WriteLine(string.Join(',', sheet.Header.Select(InsightCsv.Cell)));
        foreach (var row in sheet.Rows)
        {
            writer.WriteLine(string.Join(',', row.Select(InsightCsv.Cell)));
        }
    }

    private static bool IsWorkbook(string path) => path.EndsWith(".xlsx", StringComparison.OrdinalIgnoreCase);
}
