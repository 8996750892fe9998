using System.CommandLine;
using ClaimInsights.Simulator;

namespace ClaimInsights.App;

/// <summary>Which fleet to simulate: the options that <c>simulate</c> and <c>demo</c> share.</summary>
internal sealed class FleetOptions
{
    private readonly Option<int> vehicles = CommonOptions.AtLeastOne(
        new("--vehicles") { Description = "Vehicles built.", DefaultValueFactory = _ => 60_000, HelpName = "N" });

    private readonly Option<int> months = CommonOptions.AtLeastOne(
        new("--months") { Description = "Months from the first build day to the as-of date.", DefaultValueFactory = _ => 36, HelpName = "M" });

    private readonly Option<int> seed = CommonOptions.Seed();

    private readonly Option<double> reviewed = new("--reviewed")
    {
        Description = "Share of the paid claims coded manufacturing that were reviewed, 0 to 1.",
        DefaultValueFactory = _ => 0.06,
        CustomParser = result => CommonOptions.Number(result, "--reviewed"),
        HelpName = "SHARE",
    };

    public void AddTo(Command command)
    {
        command.Add(vehicles);
        command.Add(months);
        command.Add(seed);
        command.Add(reviewed);
    }

    /// <exception cref="RequestException">A number lies outside what can be simulated.</exception>
    public SimulationOptions Read(ParseResult parsed)
    {
        var options = new SimulationOptions
        {
            Vehicles = parsed.GetValue(vehicles),
            Months = parsed.GetValue(months),
            Seed = parsed.GetValue(seed),
            Reviewed = parsed.GetValue(reviewed),
        };
        return options switch
        {
            { Vehicles: < 100 or > 10_000_000 } => throw new RequestException($"--vehicles {options.Vehicles}: expected 100 to 10000000"),
            { Months: < 6 or > 120 } => throw new RequestException($"--months {options.Months}: expected 6 to 120"),
            { Reviewed: < 0 or > 1 } => throw new RequestException($"--reviewed {options.Reviewed}: expected a share from 0 to 1"),
            _ => options,
        };
    }
}
