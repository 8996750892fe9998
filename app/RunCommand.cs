using System.CommandLine;
using ClaimInsights.Analysis;

namespace ClaimInsights.App;

/// <summary><c>run</c>: a delivery in, a report out, for a scheduler.</summary>
internal sealed class RunCommand : Command
{
    private readonly DeliveryOptions delivery = new();
    private readonly Option<DateOnly?> asOf = CommonOptions.AsOf();
    private readonly Option<double> alpha = CommonOptions.Alpha();
    private readonly Option<int> capacity = CommonOptions.Capacity();
    private readonly Option<int> seed = CommonOptions.Seed();
    private readonly ReportOptions report = new();
    private readonly Option<string> store = CommonOptions.Store();
    private readonly Option<bool> json = CommonOptions.Json();
    private readonly Option<bool> quiet = CommonOptions.Quiet();

    public RunCommand(Terminal terminal)
        : base("run", "Take a delivery in, analyse, train, score and report, in one go.")
    {
        delivery.AddTo(this);
        Add(asOf);
        Add(alpha);
        Add(capacity);
        Add(seed);
        report.AddTo(this);
        Add(store);
        Add(json);
        Add(quiet);
        Validators.Add(result => delivery.RequirePath(result));
        SetAction(parsed => Run(parsed, terminal));
    }

    private int Run(ParseResult parsed, Terminal terminal)
    {
        var pipeline = new Pipeline(terminal, parsed.GetValue(quiet));
        var claims = delivery.OpenStore(parsed, parsed.GetValue(store)!);
        var receipt = pipeline.Ingest(claims, delivery.Read(parsed, parsed.GetValue(asOf)));
        var scope = new Scope(StoreSpan.Of(claims).AsOf(parsed.GetValue(asOf)), parsed.GetValue(alpha));
        var whole = new WholeRun(pipeline, claims, scope, parsed.GetValue(capacity), parsed.GetValue(seed));
        whole.Print(terminal.Output, receipt, report.Read(parsed), parsed.GetValue(json));
        return 0;
    }
}
