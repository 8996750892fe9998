using System.CommandLine;
using System.Globalization;
using ClaimInsights.Ingest;

namespace ClaimInsights.App;

/// <summary><c>compact</c>: one file for the many small ones of a folder.</summary>
internal sealed class CompactCommand : Command
{
    private readonly Option<string> store = CommonOptions.Store();
    private readonly Option<int> wait = CommonOptions.Wait();
    private readonly Option<bool> json = CommonOptions.Json();
    private readonly Option<bool> quiet = CommonOptions.Quiet();

    public CompactCommand(Terminal terminal)
        : base("compact", "Merge the small files of each folder of the store into one, and remove files that nobody reads; the rows stay the same.")
    {
        Add(store);
        Add(wait);
        Add(json);
        Add(quiet);
        SetAction(parsed =>
        {
            var claims = ClaimStore.Open(parsed.GetValue(store)!);
            var done = new Progress(terminal, parsed.GetValue(quiet)).Step(
                "compact", report => new CompactJob(claims).Run(terminal.Time.GetUtcNow(), parsed.GetValue(wait), report));
            if (parsed.GetValue(json))
            {
                JsonResult.Print(terminal.Output, new { Store = claims.Folder, done.Merged, done.Written, done.Rows, done.Removed });
                return 0;
            }

            terminal.Output.WriteLine(done.IsNothing
                ? $"{claims.Folder}: is compact already; nothing was changed"
                : string.Create(CultureInfo.InvariantCulture, $"{claims.Folder}: {done.Merged} files merged into {done.Written} with {done.Rows} rows; {done.Removed} files that nobody reads removed"));
            return 0;
        });
    }
}
