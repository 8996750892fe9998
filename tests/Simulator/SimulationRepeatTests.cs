using System.Security.Cryptography;
using ClaimInsights.Simulator;

namespace ClaimInsights.Tests.Simulator;

/// <summary>The same options give the same bytes, and a switch changes only what it stands for.</summary>
public class SimulationRepeatTests
{
    private static readonly SimulationOptions Options = new() { Vehicles = 8_000, Seed = 3 };

    [Fact]
    public void the_same_options_give_the_same_bytes()
    {
        var again = Directory.CreateTempSubdirectory("claiminsights-simulator-").FullName;
        Simulation.Run(Options, again);

        Assert.Equal(Hashes(SimulatedFleet.Of(Options).Folder), Hashes(again));
        Directory.Delete(again, recursive: true);
    }

    [Fact]
    public void another_seed_gives_other_claims()
    {
        Assert.NotEqual(Hashes(SimulatedFleet.Of(Options).Folder), Hashes(SimulatedFleet.Of(Options with { Seed = 4 }).Folder));
    }

    [Fact]
    public void switching_everything_off_leaves_the_planted_defects_and_writes_no_decoy()
    {
        var (all, none) = (SimulatedFleet.Of(Options), SimulatedFleet.Of(Bare));

        Assert.Equal(all.Truth("planted_defects").Rows, none.Truth("planted_defects").Rows);
        Assert.Superset(Cells(all.Truth("planted_claims")), Cells(none.Truth("planted_claims")));
        Assert.Empty(none.Truth("decoys").Rows);
        Assert.Empty(none.Truth("planted_biases").Rows);
        Assert.Empty(none.Truth("decoy_claims").Rows);
    }

    [Fact]
    public void the_share_reviewed_changes_verdicts_only()
    {
        var (few, many) = (SimulatedFleet.Of(Options), SimulatedFleet.Of(Options with { Reviewed = .3 }));
        var differing = Hashes(few.Folder).Except(Hashes(many.Folder)).ToList();

        Assert.Single(differing);
        Assert.StartsWith("verdicts.csv", differing[0], StringComparison.Ordinal);
        Assert.True(many.Summary.Verdicts > 4 * few.Summary.Verdicts);
    }

    [Fact]
    public void a_decoy_adds_its_claims_and_changes_no_other()
    {
        var (bare, padded) = (SimulatedFleet.Of(Bare), SimulatedFleet.Of(Bare with { PaddingDealer = true, SeasonalSurge = true }));
        var decoys = padded.Truth("decoy_claims").All("claim_id").ToHashSet();
        var claims = padded.Delivery("claims");

        Assert.Equal(Cells(bare.Delivery("claims")), Cells(claims, row => !decoys.Contains(claims.Get(row, "claim_id")) && !decoys.Contains(claims.Get(row, "prior_claim_id"))));
    }

    [Fact]
    public void everything_may_be_reviewed_or_nothing()
    {
        var (nothing, everything) = (SimulatedFleet.Of(Options with { Reviewed = 0 }), SimulatedFleet.Of(Options with { Reviewed = 1 }));

        Assert.Equal(0, nothing.Summary.Verdicts);
        Assert.All(everything.Delivery("verdicts").All("probability"), chance => Assert.Equal("1", chance));
    }

    [Theory, InlineData(100, 6, 14), InlineData(2_000, 60, 40), InlineData(500, 12, 0)]
    public void fleets_of_other_sizes_spans_and_numbers_of_defects_are_possible(int vehicles, int months, int defects)
    {
        var fleet = SimulatedFleet.Of(new SimulationOptions { Vehicles = vehicles, Months = months, DefectCount = defects, StartMonth = new DateOnly(2021, 7, 15) });

        Assert.Equal(vehicles, fleet.Delivery("vehicles").Rows.Count);
        Assert.Equal(defects, fleet.Truth("planted_defects").Rows.Count);
    }

    [Theory, InlineData(99, 36, .06), InlineData(1000, 2, .06), InlineData(1000, 36, 1.5)]
    public void options_outside_their_range_are_refused(int vehicles, int months, double reviewed)
    {
        var error = Assert.Throws<ArgumentOutOfRangeException>(() => Simulation.Run(new SimulationOptions { Vehicles = vehicles, Months = months, Reviewed = reviewed }, "unused"));

        Assert.Contains("expected", error.Message, StringComparison.Ordinal);
    }

    private static SimulationOptions Bare => Options with { PaddingDealer = false, SeasonalSurge = false, SalesSurge = false, UnfairDealer = false, SlowStage = false, RuleChange = false };

    private static HashSet<string> Cells(CsvTable table, Func<string[], bool>? kept = null) =>
        [.. table.Rows.Where(row => kept is null || kept(row)).Select(row => string.Join('|', row))];

    private static List<string> Hashes(string folder) =>
        [.. Directory.GetFiles(folder, "*.csv", SearchOption.AllDirectories).Order(StringComparer.Ordinal)
            .Select(file => $"{Path.GetFileName(file)} {Convert.ToHexString(SHA256.HashData(File.ReadAllBytes(file)))}")];
}
