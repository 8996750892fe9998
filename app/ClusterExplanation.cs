using System.Globalization;
using ClaimInsights.Analysis;
using ClaimInsights.Analysis.Insights;

namespace ClaimInsights.App;

/// <summary>A step of an explanation.</summary>
/// <param name="Title">What it is about.</param>
/// <param name="Lines">What is found in it, sentence by sentence.</param>
internal sealed record ExplanationStep(string Title, IReadOnlyList<string> Lines);

/// <summary>How the figures of a cluster came about, from the insight tables of its run: nothing is computed that the tables do not hold.</summary>
/// <param name="ClusterId">The cluster.</param>
/// <param name="Steps">In the order in which the figures are made.</param>
internal sealed record ClusterExplanation(string ClusterId, IReadOnlyList<ExplanationStep> Steps)
{
    private const int BandMonths = 6;

    /// <param name="cluster">The cluster.</param>
    /// <param name="insights">Folder of the run's tables.</param>
    /// <param name="currency">The store's currency; empty: none.</param>
    public static ClusterExplanation Of(DefectCluster cluster, string insights, string currency)
    {
        var run = InsightRun.In(insights)!;
        var ages = Insights.ClusterAges.Read(insights).Where(age => age.ClusterId == cluster.ClusterId).OrderBy(age => age.MonthsInService).ToList();
        var actions = Insights.ClusterActions.Read(insights).Where(action => action.ClusterId == cluster.ClusterId).ToList();
        List<ExplanationStep> steps = [Population(cluster), Expected(cluster, ages, run), Chance(cluster, run), Dealer(cluster), Time(cluster, run)];
        if (ages.Count > 0)
        {
            steps.Add(Ages(cluster, ages));
        }

        var distances = Insights.ClusterDistances.Read(insights).Where(one => one.ClusterId == cluster.ClusterId && one.Expected() is not null).ToList();
        if (distances.Count > 0)
        {
            steps.Add(Distances(distances));
        }

        var forecasts = Insights.ClusterForecasts.Read(insights).Where(one => one.ClusterId == cluster.ClusterId).ToList();
        steps.Add(ToCome(cluster, forecasts, currency));
        if (actions.Count > 0)
        {
            steps.Add(new("Decisions", [.. actions.Select(action => Say($"{action.DecidedOn:yyyy-MM-dd} {action.DecidedBy}: {action.Decision}"))]));
        }

        return new(cluster.ClusterId, steps);
    }

    /// <summary>Writes the steps, numbered.</summary>
    public void Write(TextWriter output)
    {
        output.WriteLine(ClusterId);
        foreach (var (step, i) in Steps.Select((step, i) => (step, i + 1)))
        {
            output.WriteLine(Say($"{i}. {step.Title}"));
            foreach (var line in step.Lines)
            {
                output.WriteLine("   " + line);
            }
        }
    }

    private static ExplanationStep Population(DefectCluster cluster) => new("Which claims, of which vehicles", [
        Say($"part {cluster.CausalPart}, failure mode {(cluster.FailureMode.Length == 0 ? "any" : cluster.FailureMode)}; vehicles: {(cluster.Rule.Length == 0 ? "all" : cluster.Rule)}, built {Day(cluster.BuiltFrom)} to {Day(cluster.BuiltTo)}"),
        Say($"{cluster.Claims} claims count{(cluster.Vehicles is { } sold ? Say($" of {sold} vehicles sold") : "")}; rejected and withdrawn ones, campaigns and damage by owner or from outside are left out"),
        Say($"the latest: {cluster.ExampleClaimIds.Replace(";", ", ", StringComparison.Ordinal)}"),
    ]);

    private static ExplanationStep Expected(DefectCluster cluster, List<ClusterAge> ages, InsightRun run)
    {
        List<string> lines = [];
        if (ages.Count > 0)
        {
            var (own, rest, restClaims) = (ages.Sum(age => age.VehicleMonths), ages.Sum(age => age.RestVehicleMonths), ages.Sum(age => age.RestClaims));
            var byAge = ages.Where(age => age.RestVehicleMonths > 0).Sum(age => age.VehicleMonths * age.RestClaims / age.RestVehicleMonths);
            lines.Add(Say($"its vehicles were exposed for {own:0} vehicle-months, all others with the part for {rest:0}, with {restClaims} claims"));
            lines.Add(Say($"by the others' rate over all ages it would have had {(rest > 0 ? own * restClaims / rest : 0):0.0} claims; at the same months in service {byAge:0.0}"));
        }

        lines.Add(cluster.Basis == "rate"
            ? Say($"allowing for season, climate, use and the pace of closing as well: {cluster.Expected:0.0} expected")
            : run.Basis == "rate"
            ? Say($"which vehicles got its part is not known, so shares are compared: by the other {(cluster.Rule.Contains("part_batch", StringComparison.Ordinal) ? "batches of its supplier" : "suppliers")}, at the same plants and years of service, {cluster.Expected:0.0} of its vehicles with a claim for the part would have failed so")
            : Say($"by independence of population and problem among all claims: {cluster.Expected:0.0} expected"));
        lines.Add(Say($"ratio {cluster.Ratio:0.00}, {(cluster.Basis == "rate" ? "95 % interval" : "nine tenths of the posterior")} {cluster.RatioLow:0.00} to {cluster.RatioHigh:0.00} ({(cluster.Basis == "rate" ? "Garwood" : "EB05 to EB95")})"));
        return new("How many were to be expected", lines);
    }

    private static ExplanationStep Chance(DefectCluster cluster, InsightRun run) => new("Could it be chance", [
        Say($"{(cluster.Basis == "rate" ? "so many claims in this population where nothing is wrong: p" : "posterior probability that the ratio is at most 1:")} {cluster.PValue:0.###e+00}"),
        cluster.Basis == "rate" || run.Basis == "share"
            ? Say($"{run.Charts} charts of part and failure mode were looked at, {run.Tests} tested; false-discovery rate at which its chart is listed: q {cluster.QValue:0.###e+00}, at most {run.Alpha:0.###} is listed")
            : Say($"running mean of that probability over the suppliers or batches listed so far: q {cluster.QValue:0.###e+00}, at most {run.Alpha:0.###} is listed"),
        .. cluster.LifeQValue is { } life ? [Say($"charts are looked at again at every month end; allowing for that, over the life of the monitor so far: q {life:0.###e+00}")] : Array.Empty<string>(),
        .. cluster.AnytimeQValue is { } anytime ? [Say($"proven whenever one stops to look, however month ends and charts depend on each other (e-BH of the evidence of all month ends): q {anytime:0.###e+00}{(anytime > run.Alpha ? ", not there yet" : "")}")] : Array.Empty<string>(),
        .. cluster.Stretch is null ? Array.Empty<string>() : [$"excesses are looked for over all ages and, in the same q, late in life and at high mileage, where they may drown over all ages{ClusterText.Stretch(cluster)}"],
        "the interval is not adjusted for the population's having been chosen among many: it is likely too far from 1",
    ]);

    private static ExplanationStep Dealer(DefectCluster cluster) => new("Whose doing", [
        Say($"the dealer with most of its claims has {100 * cluster.DealerShare:0} % of them; without that dealer {(cluster.DealerDominated ? "nothing stands out: it is listed as that dealer's" : "it still stands out")}"),
    ]);

    private static ExplanationStep Time(DefectCluster cluster, InsightRun run) => new("Since when", [
        cluster.FirstAlertOn is { } alert
            ? Say($"first alarm at the end of {alert:yyyy-MM}: listed two months in a row, or once beyond doubt; {cluster.State ?? "state not computed"} by its last three months")
            : cluster.Basis == "rate" ? "no alarm yet: it must be listed two months in a row, or once beyond doubt" : "shares are looked at on the as-of date alone: there is no first alarm",
        Say($"{100 * run.NewestCompleteness:0} % of the newest month's claims are known by now"),
    ]);

    private static ExplanationStep Ages(DefectCluster cluster, List<ClusterAge> ages) => new("At which age", [
        .. ages.Where(age => age.VehicleMonths > 0).GroupBy(age => age.MonthsInService / BandMonths).Select(band => Say(
            $"{band.Key * BandMonths}–{(band.Key * BandMonths) + BandMonths - 1} months in service: {band.Sum(age => age.Claims)} claims, {band.Where(age => age.RestVehicleMonths > 0).Sum(age => age.VehicleMonths * age.RestClaims / age.RestVehicleMonths):0.0} by the others' rate")),
        Say($"shape of the excess: {cluster.Shape ?? "not computed"}"),
    ]);

    private static ExplanationStep Distances(List<ClusterDistance> distances) => new("At which distance", [
        .. distances.Where(one => one.Claims > 0 || one.RestClaims > 0).Select(one => Say(
            $"from {one.FromKm} km: {one.Claims} claims in {one.VehicleMonths:0} vehicle-months by each vehicle's own use, {one.Expected():0.0} by the others' rate")),
    ]);

    private static ExplanationStep ToCome(DefectCluster cluster, List<ClusterForecast> forecasts, string currency)
    {
        List<string> lines = [Say($"so far {cluster.Cost:0.00} {currency}").TrimEnd()];
        lines.AddRange(forecasts.Select(one => Say(
            $"{(one.MonthsAhead is { } months ? Say($"next {months} months") : "to the end of the warranty")} (to {one.LastMonth:yyyy-MM}): {one.Claims:0.0} claims, {one.Low:0} to {one.High:0}; {one.Cost:0} {currency}").TrimEnd()));
        if (forecasts.Count == 0)
        {
            lines.Add("no forecast: one dealer's pattern, or shares of claims without exposure");
        }

        return new("What it costs, and what is still to come", lines);
    }

    private static string Day(DateOnly? day) => day?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) ?? "any day";

    private static string Say(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
