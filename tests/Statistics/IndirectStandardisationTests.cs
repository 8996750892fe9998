using ClaimInsights.Analysis.Statistics;
using CsCheck;

namespace ClaimInsights.Tests.Statistics;

public class IndirectStandardisationTests
{
    private static readonly double[] Rates = [.004, .003, .002, .002, .002, .002];

    /// <summary>1000, 1200, 900 and 1100 vehicles with 6, 4, 2 and 1 months in service.</summary>
    private static readonly ExposureCell[] Exposure = [.. Vehicles(0, 1000, 6), .. Vehicles(1, 1200, 4), .. Vehicles(2, 900, 2), .. Vehicles(3, 1100, 1)];

    private static readonly ClaimCell[] Claims = [new(0, 0, 9), new(0, 5, 6), new(1, 1, 13), new(2, 0, 10), new(2, 1, 6), new(3, 0, 5)];

    // R 4.2: p <- ppois(c(15, 13, 16, 5) - 1, c(15, 13.2, 6.3, 4.4), lower = FALSE); p.adjust(p, "BH")
    [Fact]
    public void only_the_young_group_with_twice_its_claims_is_a_problem_where_raw_rates_show_two()
    {
        var groups = IndirectStandardisation.AgainstRates(EffectiveExposure.Of(Exposure), Claims, Rates);

        Assert.Equal([15L, 13, 16, 5], groups.Select(group => group.Observed));
        Near.Equal([15, 13.2, 6.3, 4.4], [.. groups.Select(group => group.Expected)]);
        Near.Equal([0.53434629105599, 0.55870473514949, 0.000844493080358359, 0.44881619145568], [.. groups.Select(group => group.PValue)]);
        Near.Equal(
            [0.5587047351494896, 0.5587047351494896, 0.00337797232143344, 0.5587047351494896],
            FalseDiscovery.BenjaminiHochberg([.. groups.Select(group => group.PValue)]));
        Assert.Equal([15, 10.8, 17.8, 4.5], new double[] { 15 / 1000.0, 13 / 1200.0, 16 / 900.0, 5 / 1100.0 }.Select(rate => Math.Round(rate * 1000, 1)));
    }

    [Fact]
    public void a_large_normal_reference_leaves_only_that_group_significant()
    {
        ExposureCell[] exposure = [.. Exposure, .. Vehicles(4, 1_000_000, 6)];
        ClaimCell[] claims = [.. Claims, .. Rates.Select((rate, month) => new ClaimCell(4, month, (long)(rate * 1_000_000)))];

        var groups = IndirectStandardisation.AgainstOthers(EffectiveExposure.Of(exposure), claims);

        Near.Equal([15, 13.2, 6.3, 4.4], [.. groups.Take(4).Select(group => group.Expected)], .01);
        var listed = FalseDiscovery.BenjaminiHochberg([.. groups.Select(group => group.CautiousPValue)]).Select((q, group) => (q, group)).Where(x => x.q <= .05);
        Assert.Equal(2, Assert.Single(listed).group);
    }

    [Fact]
    public void a_group_is_compared_with_the_others_only()
    {
        ExposureCell[] exposure = [new(0, 0, 0, 100), new(1, 0, 0, 300), new(2, 0, 0, 100)];
        ClaimCell[] claims = [new(0, 0, 50), new(1, 0, 6), new(2, 0, 2)];

        var groups = IndirectStandardisation.AgainstOthers(EffectiveExposure.Of(exposure), claims);

        Near.Equal([100 * 8 / 400.0, 300 * 52 / 200.0, 100 * 56 / 400.0], [.. groups.Select(group => group.Expected)]);
        Near.Equal([100 / 500.0, 300 / 500.0, 100 / 500.0], [.. groups.Select(group => group.OwnShare)]);
    }

    [Fact]
    public void an_excluded_group_is_compared_but_serves_in_no_reference()
    {
        ExposureCell[] exposure = [new(0, 0, 0, 100), new(1, 0, 0, 300), new(2, 0, 0, 100)];
        ClaimCell[] claims = [new(0, 0, 50), new(1, 0, 6), new(2, 0, 2)];

        var groups = IndirectStandardisation.AgainstOthers(EffectiveExposure.Of(exposure), claims, new HashSet<int> { 0 });

        Near.Equal([100 * 8 / 400.0, 300 * 2 / 100.0, 100 * 6 / 300.0], [.. groups.Select(group => group.Expected)]);
        Assert.Equal(50, groups[0].Observed);
    }

    [Fact]
    public void claims_at_an_age_that_no_other_group_has_reached_are_left_out_on_both_sides()
    {
        ExposureCell[] exposure = [new(0, 0, 0, 100), new(0, 1, 0, 100), new(1, 0, 0, 100)];
        ClaimCell[] claims = [new(0, 0, 3), new(0, 1, 7), new(0, 9, 1), new(1, 0, 2), new(5, 0, 4)];

        var old = IndirectStandardisation.AgainstOthers(EffectiveExposure.Of(exposure), claims)[0];

        Assert.Equal(3, old.Observed);
        Assert.Equal(8, old.LeftOut);
        Near.Equal(2, old.Expected);
    }

    [Fact]
    public void a_reference_without_a_single_claim_does_not_make_one_claim_impossible()
    {
        ExposureCell[] exposure = [new(0, 0, 0, 100), new(1, 0, 0, 300)];

        var group = IndirectStandardisation.AgainstOthers(EffectiveExposure.Of(exposure), [new(0, 0, 1)])[0];

        Assert.Equal(0, group.PValue);
        Near.Equal(.25, group.CautiousPValue);
    }

    [Fact]
    public void next_to_no_reference_proves_nothing()
    {
        ExposureCell[] exposure = [new(0, 0, 0, 1e9), new(1, 0, 0, 1e-9)];

        var group = IndirectStandardisation.AgainstOthers(EffectiveExposure.Of(exposure), [new(0, 0, 40), new(1, 0, 1)])[0];

        Assert.InRange(group.CautiousPValue, .99, 1);
    }

    [Fact]
    public void the_newest_month_counts_with_the_share_of_its_claims_that_is_known()
    {
        var exposure = EffectiveExposure.Of([new(0, 0, 0, 100), new(0, 0, 1, 100), new(0, 0, 7, 100)], ago => ago == 0 ? .25 : ago == 1 ? .75 : 1);

        Near.Equal(200, exposure[0, 0]);
    }

    [Fact]
    public void the_order_of_cells_makes_no_difference_to_the_last_bit() =>
        Gen.Select(Gen.Int[0, 5], Gen.Int[0, 5], Gen.Int[0, 8], Gen.Double[0, 1000]).Select(cell => new ExposureCell(cell.Item1, cell.Item2, cell.Item3, cell.Item4))
            .Array[1, 60].SelectMany(cells => Gen.Shuffle(cells).Select(shuffled => (cells, shuffled)))
            .Sample(pair =>
            {
                var (left, right) = (EffectiveExposure.Of(pair.cells, Known), EffectiveExposure.Of(pair.shuffled, Known));
                return IndirectStandardisation.AgainstOthers(left, Claims).SequenceEqual(IndirectStandardisation.AgainstOthers(right, Claims));
            });

    [Fact]
    public void leaving_one_out_agrees_with_its_definition() =>
        Gen.Select(Gen.Int[0, 4], Gen.Int[0, 4], Gen.Int[0, 9], Gen.Int[0, 1000]).Array[1, 40].Sample(cells =>
        {
            var exposure = EffectiveExposure.Of(cells.Select(cell => new ExposureCell(cell.Item1, cell.Item2, 0, cell.Item4)));
            var claims = cells.Select(cell => new ClaimCell(cell.Item1, cell.Item2, cell.Item3)).ToArray();
            foreach (var group in IndirectStandardisation.AgainstOthers(exposure, claims))
            {
                double expected = 0;
                for (var month = 0; month < exposure.Months; month++)
                {
                    var others = Enumerable.Range(0, exposure.Groups).Where(other => other != group.Group && exposure[other, month] > 0).ToArray();
                    var rate = others.Sum(other => claims.Where(cell => cell.Group == other && cell.MonthsInService == month).Sum(cell => cell.Claims))
                        / others.Sum(other => exposure[other, month]);
                    expected += others.Length > 0 ? rate * exposure[group.Group, month] : 0;
                }

                Near.Equal(expected, group.Expected);
            }
        });

    [Fact]
    public void nothing_given_nothing_compared() =>
        Assert.Empty(IndirectStandardisation.AgainstOthers(EffectiveExposure.Of([]), []));

    private static double Known(int monthsAgo) => 1 - (1.0 / (monthsAgo + 3));

    private static IEnumerable<ExposureCell> Vehicles(int group, int vehicles, int months) =>
        Enumerable.Range(0, months).Select(month => new ExposureCell(group, month, 0, vehicles));
}
