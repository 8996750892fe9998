using ClaimInsights.Analysis.Fairness;
using ClaimInsights.Reports.Charts;

namespace ClaimInsights.Reports;

/// <summary>What a report judges once and several pages tell: figures over time with their limits, and dealers on their funnel.</summary>
/// <param name="Cost">Cost per vehicle; null: too little is known.</param>
/// <param name="RejectionShare">Share of rejected claims; null: too little is known.</param>
/// <param name="Stages">Every stage of which enough is known, in order.</param>
/// <param name="Dealers">Dealers on the funnel; null: nothing was rejected.</param>
internal sealed record Judgement(
    ControlPicture? Cost, ControlPicture? RejectionShare, IReadOnlyList<(string Stage, ControlPicture Series)> Stages, RejectionFunnel? Dealers)
{
    /// <summary>Judges the rows of a report.</summary>
    /// <param name="input">The rows.</param>
    /// <param name="words">Words for the figures' units.</param>
    public static Judgement Of(ReportInput input, Words words) => new(
        CostPerVehicleChart.Series(input.CostMonths, input.Currency, input.Period),
        RejectionShareChart.Series(input.VerdictMonths, input.Period),
        [
            .. StageTimeChart.Stages
                .Select(stage => (stage, StageTimeChart.Series(input.StageTimes, stage, input.AsOf, words, input.Period)))
                .Where(one => one.Item2 is not null).Select(one => (one.stage, one.Item2!)),
        ],
        RejectionFunnel.Of([.. input.DealerRejections.Select(row => row.Unit)]));

    /// <summary>Months of the period whose figure is a signal.</summary>
    public static IReadOnlyList<DateOnly> Signals(ControlPicture? series, ReportPeriod period) => series is null
        ? []
        : [.. series.Months.Where((month, i) => period.Holds(month) && !series.IsOpen(i) && series.Chart.Points[i].IsSignal)];
}
