using System.CommandLine;
using System.Globalization;
using ClaimInsights.Ingest;

namespace ClaimInsights.App;

/// <summary><c>verify</c>: is the store what its manifest and receipts say?</summary>
internal sealed class VerifyCommand : Command
{
    private readonly Option<string> store = CommonOptions.Store();
    private readonly Option<bool> json = CommonOptions.Json();
    private readonly Option<bool> quiet = CommonOptions.Quiet();

    public VerifyCommand(Terminal terminal)
        : base("verify", "Compare every file of the store with the manifest (bytes, rows, columns), and the receipts with their sums.")
    {
        Add(store);
        Add(json);
        Add(quiet);
        SetAction(parsed =>
        {
            var claims = ClaimStore.Open(parsed.GetValue(store)!);
            var findings = new Progress(terminal, parsed.GetValue(quiet)).Step("verify", report => StoreCheck.Of(claims, report));
            Print(terminal.Output, claims, findings, parsed.GetValue(json));
            var faults = findings.Count(one => one.IsFault);
            return faults == 0 ? 0 : throw new StoreException(string.Create(CultureInfo.InvariantCulture,
                $"{claims.Folder}: {faults} {(faults == 1 ? "fault" : "faults")} found, expected none; the first: {findings[0].Path}: {findings[0].Message}"));
        });
    }

    private static void Print(TextWriter output, ClaimStore claims, IReadOnlyList<StoreFinding> findings, bool isJson)
    {
        var (files, rows, deliveries) = (claims.Manifest.Files.Count, claims.Manifest.Files.Sum(file => file.Rows), claims.Manifest.Deliveries.Count);
        if (isJson)
        {
            JsonResult.Print(output, new { Store = claims.Folder, Files = files, Rows = rows, Deliveries = deliveries, Faults = findings.Count(one => one.IsFault), Findings = findings });
            return;
        }

        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{claims.Folder}: {files} files with {rows} rows of {deliveries} deliveries checked"));
        foreach (var finding in findings)
        {
            output.WriteLine($"  {(finding.IsFault ? "fault" : "note")}  {finding.Path}: {finding.Message}");
        }

        if (findings.Count == 0)
        {
            output.WriteLine("every file is what the manifest says, and every receipt adds up");
        }
    }
}
