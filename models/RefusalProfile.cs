namespace ClaimInsights.Models;

/// <summary>
/// How much more often claims of a part and failure are refused as the owner's than paid, as log-ratios (methods, section 11):
/// part × mode, shrunk by <see cref="Own"/> claims towards the clipped sum of the part's and the mode's ratios, themselves
/// shrunk by <see cref="Backing"/> claims towards none. Counts grow day by day; a vehicle's own counts are taken out.
/// </summary>
internal sealed class RefusalProfile
{
    private const double Own = 3, Backing = 20, OfMonth = 10, OfCompanion = 5, Clip = 3;

    private readonly Dictionary<string, Counts> parts = new(StringComparer.Ordinal), modes = new(StringComparer.Ordinal);
    private readonly Dictionary<(string Part, string Mode), Counts> charts = [];
    private readonly Counts[] months = [.. Enumerable.Range(0, 13).Select(_ => new Counts())];
    private readonly Counts all = new();

    /// <summary>Adds a judged claim, or takes it out again.</summary>
    public void Count(in RefusalOutcome claim, int by)
    {
        ReadOnlySpan<Counts> touched =
        [
            Kept.Of(parts, claim.CausalPart, () => new()), Kept.Of(modes, claim.FailureMode, () => new()),
            Kept.Of(charts, (claim.CausalPart, claim.FailureMode), () => new()), months[claim.MonthOfYear], all,
        ];
        foreach (var counts in touched)
        {
            counts.Refused += claim.IsRefused ? by : 0;
            counts.Paid += claim.IsRefused ? 0 : by;
        }
    }

    /// <summary>Log-ratio of the part and failure.</summary>
    public double OfChart(string part, string mode)
    {
        if (all.Refused == 0 || all.Paid == 0)
        {
            return 0;
        }

        var back = Math.Clamp(Ratio(parts.GetValueOrDefault(part), Backing, 0) + Ratio(modes.GetValueOrDefault(mode), Backing, 0), -Clip, Clip);
        return Ratio(charts.GetValueOrDefault((part, mode)), Own, back);
    }

    /// <summary>Log-ratio of a part alone, as that of a further part on an order.</summary>
    public double OfPart(string part) => all.Refused == 0 || all.Paid == 0 ? 0 : Ratio(parts.GetValueOrDefault(part), OfCompanion, 0);

    /// <summary>Log-ratio of a month of the year.</summary>
    public double OfSeason(int month) => all.Refused == 0 || all.Paid == 0 ? 0 : Ratio(months[month], OfMonth, 0);

    /// <summary>ln [(a + k·e^back) / (b·r + k)]: a refused, b paid, r all refused ÷ all paid.</summary>
    private double Ratio(Counts? counts, double k, double back) =>
        Math.Log(((counts?.Refused ?? 0) + (k * Math.Exp(back))) / (((counts?.Paid ?? 0) * (all.Refused / (double)all.Paid)) + k));

    private sealed class Counts
    {
        public int Refused { get; set; }

        public int Paid { get; set; }
    }
}
