using System.CommandLine;
using System.Globalization;
using ClaimInsights.Analysis;
using ClaimInsights.Ingest;

namespace ClaimInsights.App;

/// <summary><c>demo</c>: the whole product on a simulated fleet.</summary>
internal sealed class DemoCommand : Command
{
    /// <summary>Marks a folder that a demo made and may make again.</summary>
    private const string Marker = ".claiminsights-demo";

    private readonly Option<string> folder = new("--out") { Description = "Folder for simulated deliveries, stores and reports.", DefaultValueFactory = _ => "./demo", HelpName = "DIR" };
    private readonly Option<string?> store = new("--store") { Description = "Folder of the claim store; default: in the demo's folder.", HelpName = "DIR" };
    private readonly FleetOptions fleet = new();
    private readonly Option<int> capacity = CommonOptions.Capacity();
    private readonly ReportOptions report = new();
    private readonly Option<bool> json = CommonOptions.Json();
    private readonly Option<bool> quiet = CommonOptions.Quiet();

    public DemoCommand(Terminal terminal)
        : base("demo", "Simulate a fleet, take its claims in, analyse, train, score and report: the whole product in under a minute.")
    {
        fleet.AddTo(this);
        Add(folder);
        Add(store);
        Add(capacity);
        report.AddTo(this);
        Add(json);
        Add(quiet);
        SetAction(parsed => Run(parsed, terminal));
    }

    private int Run(ParseResult parsed, Terminal terminal)
    {
        var options = fleet.Read(parsed);
        var name = string.Create(CultureInfo.InvariantCulture, $"{options.Vehicles}-vehicles-{options.Months}-months-seed-{options.Seed}");
        var place = Fresh(Path.Combine(parsed.GetValue(folder)!, name));
        var pipeline = new Pipeline(terminal, parsed.GetValue(quiet));
        var simulated = pipeline.Simulate(options, place);
        var claims = ClaimStore.OpenOrCreate(parsed.GetValue(store) ?? Path.Combine(place, "store"), currency: null);
        var receipt = pipeline.Ingest(claims, new IngestRequest([simulated.DeliveryFolder], AsOf: simulated.AsOf));
        var scope = new Scope(simulated.AsOf);
        new WholeRun(pipeline, claims, scope, parsed.GetValue(capacity), options.Seed)
            .Print(terminal.Output, receipt, report.Read(parsed), parsed.GetValue(json));
        return 0;
    }

    /// <summary>An empty folder; one that an earlier demo made is emptied, any other is left alone.</summary>
    /// <exception cref="RequestException">The folder holds something else.</exception>
    private static string Fresh(string place)
    {
        if (Directory.Exists(place) && Directory.EnumerateFileSystemEntries(place).Any())
        {
            if (!File.Exists(Path.Combine(place, Marker)))
            {
                throw new RequestException($"{place}: the folder is not empty and was not made by a demo. Name another with --out");
            }

            Directory.Delete(place, recursive: true);
        }

        Directory.CreateDirectory(place);
        File.WriteAllText(Path.Combine(place, Marker), "Made by claiminsights demo, which makes it afresh each time.\n");
        return place;
    }
}
