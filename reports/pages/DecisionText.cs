using ClaimInsights.Analysis.Decisions;

namespace ClaimInsights.Reports.Pages;

/// <summary>An engineer's decision in a sentence, and a second one on whether the correction works.</summary>
internal static class DecisionText
{
    public static Html Of(ClusterAction action, Words words)
    {
        var said = words.Say("quality.decided", words.LongDay(action.DecidedOn), action.DecidedBy, words.Code("decision", action.Decision));
        var contained = action.ContainedOn is { } day ? " " + words.Say("quality.contained", words.LongDay(day)) : "";
        var corrected = action.CorrectedOn is { } done ? " " + words.Say("quality.corrected", words.LongDay(done)) : "";
        Html fix = action.FixVerdict is null || action.FixedFrom is not { } from ? Html.None : $" <strong>{Verdict(action, words)}</strong> {Compared(action, from, words)}";
        return $"<p>{said}{contained}{corrected}{Since(action, words)}{fix}</p>\n";
    }

    /// <summary>Where the cluster is no longer on the page under its own name, it is named here.</summary>
    public static Html Named(ClusterAction action, Words words) =>
        $"""<p><strong>{action.CausalPart}{(action.FailureMode.Length == 0 ? "" : " · " + action.FailureMode)}</strong> {action.Rule} {Figures.Days(action.BuiltFrom, action.BuiltTo)}</p>{"\n"}{Of(action, words)}""";

    private static string Since(ClusterAction action, Words words) => action is { ClaimsSince: { } claims, ExpectedSince: { } expected, GrowthPValue: { } p }
        ? " " + words.Say("quality.since", Figures.Count(claims), Figures.Number(expected), Figures.Small(p)) : "";

    private static string Verdict(ClusterAction action, Words words) => action switch
    {
        { FixVerdict: "fix_confirmed" } => words["quality.fix_confirmed"],
        { FixVerdict: "not_confirmed" } => words["quality.fix_not_confirmed"],
        { VehicleMonthsNeeded: { } needed } => words.Say("quality.fix_too_early", Figures.Count(needed)),
        _ => words["quality.fix_never"],
    };

    private static string Compared(ClusterAction action, DateOnly from, Words words)
    {
        var ratio = action.FixRatio is { } known ? Figures.Ratio(known) : Figures.None;
        var high = action.FixRatioHigh is { } limit ? Figures.Ratio(limit) : "∞";
        return words.Say(
            "quality.fix_compared", words.LongDay(from), Figures.Count(action.AfterClaims ?? 0), Figures.Number(action.AfterVehicleMonths ?? 0, 0),
            Figures.Count(action.BeforeClaims ?? 0), Figures.Number(action.BeforeVehicleMonths ?? 0, 0), ratio, Figures.Ratio(action.FixRatioLow ?? 0), high);
    }
}
