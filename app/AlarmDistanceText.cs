using System.Globalization;
using ClaimInsights.Analysis.Scan;

namespace ClaimInsights.App;

/// <summary>Why there is no alarm, sentence by sentence.</summary>
internal static class AlarmDistanceText
{
    public static void Write(AlarmDistance one, TextWriter output)
    {
        foreach (var line in Lines(one))
        {
            output.WriteLine(line);
        }
    }

    private static IEnumerable<string> Lines(AlarmDistance one)
    {
        yield return Say($"part {one.CausalPart}, failure mode {one.FailureMode}: {one.Claims} claims count; {one.Charts} charts tested, {one.ListedCharts} listed");
        if (one.DealerClaims > 0)
        {
            yield return Say($"{one.DealerClaims} of them are one dealer's pattern: taken out before the scan, listed apart as that dealer's");
        }

        if (one.Rule is null)
        {
            yield return "no population of it has three claims and so many more than are expected that it would be worth a term: there is nothing to tell of";
            yield break;
        }

        yield return Say($"nearest to an alarm: vehicles [{(one.Rule.Length == 0 ? "all" : one.Rule)}] built {Day(one.BuiltFrom)} to {Day(one.BuiltTo)}{(one.FromAge > 0 ? Say($", from {one.FromAge} months in service on") : "")}{(one.FromKm > 0 ? Say($", from {one.FromKm} km on") : "")}: {one.Observed} claims, {one.Expected:0.0} expected, ratio {one.Observed / Math.Max(one.Expected, 1e-9):0.0}");
        yield return Say($"before any claim such a population had a weight of 1 in {1 / one.Prior:0}; over all populations asked for ln e is {one.LogEvidence:0.0}, p {one.PValue:0.###e+00}");
        yield return Say($"listed is what has p of at most {one.Level:0.###e+00} now (false-discovery rate over all charts)");
        yield return Verdict(one);
    }

    private static string Verdict(AlarmDistance one) => one switch
    {
        { IsListed: true } when one.WasListed || one.IsBeyondDoubt => "it is listed, and an alarm: see the cluster with explain CLUSTER",
        { IsListed: true } => "it is listed for the first month: an alarm takes two month ends in a row, or one beyond doubt",
        { MoreClaims: { } more } => Say($"no alarm: about {more} more claims of these vehicles, all else as it is, would list it; two month ends in a row make an alarm"),
        _ => "no alarm, and not within a thousand more claims of these vehicles",
    };

    private static string Day(DateOnly? day) => day is { } known ? Say($"{known:yyyy-MM-dd}") : "any day";

    private static string Say(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
