using ClaimInsights.Analysis.Statistics;

namespace ClaimInsights.Analysis;

/// <summary>
/// The reporting lag of a store, days from failure to the closing from which on a claim counts: as claims were closed lately, since a lag drifts (the last
/// 45 or 90 days, half a year or year, whichever has closings enough first); and of each province's dealers where provinces differ, drawn towards all.
/// </summary>
public sealed class StoreLag
{
    /// <summary>A lag at which fewer claims were at risk says nothing: one old, slow claim would halve the completeness.</summary>
    private const int FewestAtRisk = 30;

    /// <summary>So many closings tell of the days in which they came; with fewer one looks further back.</summary>
    private const int FewestRecent = 1000;

    /// <summary>Closings by which a province has a lag of its own.</summary>
    private const int FewestOfProvince = 200;

    /// <summary>Claims at risk that the lag of all stands for in a province's own.</summary>
    private const double Drawn = 50;

    /// <summary>Provinces are looked at once a run: stricter than 5 %.</summary>
    private const double Level = 0.01;

    private const int Year = 365;

    private static readonly int[] Spans = [45, 90, 182, Year];

    private StoreLag(IReadOnlyList<LagDays> days, DateOnly asOf)
    {
        (Days, AsOf) = (days, asOf);
        var counts = Counts(days);
        Window = WindowOf(counts);
        var all = LagRisks.Of(counts, Window);
        Whole = ReportingLag.Fit(all, all, 0, FewestAtRisk);
        // Dealers whose province is not known are no province.
        var risks = days.GroupBy(one => one.DealerProvince).Where(one => one.Key is not null)
            .Select(one => (Province: one.Key!, Risks: LagRisks.Of(Counts(one), Window, all.Longest))).Where(one => one.Risks.Events.Sum() >= FewestOfProvince).ToList();
        PValue = LagRisks.PValueOfDifference(risks.ConvertAll(one => one.Risks));
        Provinces = PValue > Level ? new Dictionary<string, ReportingLag>()
            : risks.ToDictionary(one => one.Province, one => ReportingLag.Fit(one.Risks, all, Drawn, FewestAtRisk), StringComparer.Ordinal);
        var yearBefore = Window == LagWindow.All ? LagWindow.All : new LagWindow(Year, Year + Window.Oldest);
        if (yearBefore != LagWindow.All && LagRisks.Of(counts, yearBefore, all.Longest) is var before && before.Events.Sum() >= FewestRecent)
        {
            Before = ReportingLag.Fit(before, before, 0, FewestAtRisk);
            PValueOfDrift = LagRisks.PValueOfDifference([all, before]);
        }
    }

    /// <summary>The as-of date.</summary>
    public DateOnly AsOf { get; }

    /// <summary>Claims by province, lag and truncation.</summary>
    public IReadOnlyList<LagDays> Days { get; }

    /// <summary>Closings that the lags rest on, in days before the as-of date.</summary>
    public LagWindow Window { get; }

    /// <summary>Of all dealers.</summary>
    public ReportingLag Whole { get; }

    /// <summary>By province of the dealer; empty where provinces do not differ.</summary>
    public IReadOnlyDictionary<string, ReportingLag> Provinces { get; }

    /// <summary>Of the test that provinces do not differ.</summary>
    public double PValue { get; }

    /// <summary>Of all dealers, by the closings of the same days a year before; null: too few.</summary>
    public ReportingLag? Before { get; }

    /// <summary>Of the test that these two years do not differ; 1 where there is but one.</summary>
    public double PValueOfDrift { get; } = 1;

    /// <summary>The lag of all dealers as it would have been estimated from claims.</summary>
    /// <param name="known">As they were known on some day.</param>
    internal static ReportingLag Estimate(IReadOnlyCollection<LagCount> known) => ReportingLag.Fit(known, FewestAtRisk, WindowOf(known));

    /// <summary>The claims that were known so many days ago, as of that day.</summary>
    /// <param name="daysAgo">At least 0.</param>
    internal List<LagCount> KnownAt(int daysAgo) =>
        [.. Days.Where(one => one.Truncation - one.Lag >= daysAgo).Select(one => new LagCount(one.Lag, one.Truncation - daysAgo, one.Claims))];

    private static LagWindow WindowOf(IReadOnlyCollection<LagCount> counts) => Spans.Select(span => new LagWindow(0, span))
        .FirstOrDefault(window => counts.Where(one => one.Truncation - one.Lag < window.Oldest).Sum(one => one.Count) >= FewestRecent, LagWindow.All);

    /// <summary>Asks a store; one without vehicles, of which no claim counts, has none.</summary>
    public static StoreLag Of(Warehouse warehouse)
    {
        ArgumentNullException.ThrowIfNull(warehouse);
        return new(Analyses.ReportingLags.Run(warehouse), warehouse.Scope.AsOf);
    }

    /// <summary>Mean share of a calendar month's claims that is known: every day of it up to the as-of date weighs the same.</summary>
    internal static double Completeness(ReportingLag lag, DateOnly month, DateOnly asOf) => Lags(month, asOf).Average(lag.Completeness);

    /// <summary>Variance of the logarithm of that mean, the errors of its days taken to go together; 0 where nothing could be known.</summary>
    internal static double LogVariance(ReportingLag lag, DateOnly month, DateOnly asOf)
    {
        var known = Lags(month, asOf).Select(days => (Share: lag.Completeness(days), Variance: lag.LogVariance(days))).Where(day => day.Share > 0).ToList();
        var error = known.Sum(day => day.Share * Math.Sqrt(day.Variance)) / Math.Max(double.Epsilon, known.Sum(day => day.Share));
        return error * error;
    }

    private static IEnumerable<int> Lags(DateOnly month, DateOnly asOf)
    {
        var last = month.AddMonths(1).AddDays(-1) is var end && end > asOf ? asOf : end;
        return Enumerable.Range(month.DayNumber, last.DayNumber - month.DayNumber + 1).Select(day => asOf.DayNumber - day);
    }

    private static List<LagCount> Counts(IEnumerable<LagDays> days) => [.. days.Select(one => new LagCount(one.Lag, one.Truncation, one.Claims))];
}
