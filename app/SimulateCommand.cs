using System.CommandLine;

namespace ClaimInsights.App;

/// <summary><c>simulate</c>: a fleet and its claims, with the planted truth beside them.</summary>
internal sealed class SimulateCommand : Command
{
    private static readonly string[] Switches = ["padding-dealer", "seasonal-surge", "sales-surge", "unfair-dealer", "slow-stage", "rule-change"];

    private readonly Option<string> folder = new("--out") { Description = "Folder for delivery/ and truth/.", Required = true, HelpName = "DIR" };
    private readonly FleetOptions fleet = new();
    private readonly Option<int> defects = new("--defects") { Description = "Defects to plant; from twelve on at least four are hard.", DefaultValueFactory = _ => 14, HelpName = "N" };
    private readonly List<Option<bool>> without =
        [.. Switches.Select(name => new Option<bool>("--no-" + name) { Description = $"Without the planted {name.Replace('-', ' ')}." })];

    private readonly Option<bool> json = CommonOptions.Json();
    private readonly Option<bool> quiet = CommonOptions.Quiet();

    public SimulateCommand(Terminal terminal)
        : base("simulate", "Simulate vehicles, claims, services and reviews, with the truth of what was planted in files apart.")
    {
        Add(folder);
        fleet.AddTo(this);
        Add(defects);
        without.ForEach(Add);
        Add(json);
        Add(quiet);
        SetAction(parsed => Run(parsed, terminal));
    }

    private int Run(ParseResult parsed, Terminal terminal)
    {
        bool Has(string name) => !parsed.GetValue(without[Array.IndexOf(Switches, name)]);
        var options = fleet.Read(parsed) with
        {
            DefectCount = parsed.GetValue(defects),
            PaddingDealer = Has("padding-dealer"),
            SeasonalSurge = Has("seasonal-surge"),
            SalesSurge = Has("sales-surge"),
            UnfairDealer = Has("unfair-dealer"),
            SlowStage = Has("slow-stage"),
            RuleChange = Has("rule-change"),
        };
        var summary = new Pipeline(terminal, parsed.GetValue(quiet)).Simulate(options, parsed.GetValue(folder)!);
        if (parsed.GetValue(json))
        {
            JsonResult.Print(terminal.Output, summary);
        }
        else
        {
            terminal.Output.WriteLine($"{summary.Vehicles} vehicles, {summary.Claims} claims up to {summary.AsOf:yyyy-MM-dd}: {summary.DeliveryFolder}");
            terminal.Output.WriteLine($"{summary.PlantedDefects} defects, {summary.OwnerDamageClaims} claims of owner damage planted: {summary.TruthFolder}");
        }

        return 0;
    }
}
