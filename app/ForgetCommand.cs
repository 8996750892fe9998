using System.CommandLine;
using System.Globalization;
using ClaimInsights.Ingest;

namespace ClaimInsights.App;

/// <summary><c>forget</c>: a vehicle leaves the store.</summary>
internal sealed class ForgetCommand : Command
{
    private readonly Option<string> vin = new("--vin") { Description = "The vehicle, as delivered, or its pseudonym.", HelpName = "VIN", Required = true };
    private readonly Option<DateOnly?> on = CommonOptions.Date("--on", "Day of the removal, for the record (yyyy-MM-dd); default: today.");
    private readonly Option<string?> key = CommonOptions.Pseudonymise();
    private readonly Option<bool> dryRun = new("--dry-run") { Description = "Say what would be removed, and remove nothing." };
    private readonly Option<string> store = CommonOptions.Store();
    private readonly Option<int> wait = CommonOptions.Wait();
    private readonly Option<bool> json = CommonOptions.Json();
    private readonly Option<bool> quiet = CommonOptions.Quiet();

    public ForgetCommand(Terminal terminal)
        : base("forget", "Remove a vehicle from store, history, quarantine and everything made of them, record that, and refuse it when it comes again.")
    {
        Add(vin);
        Add(on);
        Add(key);
        Add(dryRun);
        Add(store);
        Add(wait);
        Add(json);
        Add(quiet);
        SetAction(parsed =>
        {
            var claims = ClaimStore.Open(parsed.GetValue(store)!);
            var now = terminal.Time.GetUtcNow();
            var isDryRun = parsed.GetValue(dryRun);
            var vehicle = Pseudonyms.NameIn(claims, parsed.GetValue(vin)!, CommonOptions.Key(parsed.GetValue(key)));
            var done = new Progress(terminal, parsed.GetValue(quiet)).Step("forget", report => new ForgetJob(claims).Run(
                vehicle, parsed.GetValue(on) ?? DateOnly.FromDateTime(now.UtcDateTime), now, isDryRun, parsed.GetValue(wait), report));
            Print(terminal.Output, done, claims.Folder, parsed.GetValue(json), isDryRun);
            return 0;
        });
    }

    private static void Print(TextWriter output, Forgetting done, string folder, bool asJson, bool isDryRun)
    {
        if (asJson)
        {
            JsonResult.Print(output, new { Store = folder, DryRun = isDryRun, done.Vehicle.Id, done.Vehicle.On, done.Vehicle.Rows, done.Vehicle.Masked, done.Derived });
            return;
        }

        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{folder}: {(isDryRun ? "would be removed, nothing was" : $"removed on {done.Vehicle.On:yyyy-MM-dd}, record {done.Vehicle.Id}")}"));
        foreach (var (table, rows) in done.Vehicle.Rows.Where(table => table.Value > 0))
        {
            output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"  {table}: {rows} rows"));
        }

        if (done.Vehicle.Masked > 0)
        {
            output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"  mentions in other rows' texts, replaced by '{ForgottenVehicle.Mark}': {done.Vehicle.Masked} rows"));
        }

        if (done.Derived.Count > 0)
        {
            output.WriteLine($"  folders made of the tables: {string.Join(", ", done.Derived)}; make them again with analyse, score and report");
        }

        output.WriteLine("  Deliveries, and reports and exports outside the store, are not the store's: remove the vehicle there yourself.");
    }
}
