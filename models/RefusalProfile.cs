using ClaimInsights.Analysis;

namespace ClaimInsights.Models;

/// <summary>
/// How much more often claims of a part and failure are refused as the owner's than paid, as log-ratios (methods, section 11):
/// part × mode, shrunk by <see cref="Own"/> claims towards the clipped sum of the part's and the mode's ratios, themselves
/// shrunk by <see cref="Backing"/> claims towards none. Refusals are counted by kind (all, and by cause of damage), payments once. Counts grow
/// day by day; a vehicle's own counts are taken out.
/// </summary>
/// <param name="kinds">Kinds of refusals; at least 1.</param>
internal sealed class RefusalProfile(int kinds)
{
    private const double Own = 3, Backing = 20, OfMonth = 10, OfCompanion = 5, Clip = 3;

    private readonly Dictionary<string, Counts> parts = new(StringComparer.Ordinal), modes = new(StringComparer.Ordinal);
    private readonly Dictionary<(string Part, string Mode), Counts> charts = [];
    private readonly Counts[] months = [.. Enumerable.Range(0, 13).Select(_ => new Counts(kinds))];
    private readonly Counts all = new(kinds);
    private readonly Func<Counts> nothing = () => new(kinds);

    /// <summary>Adds a judged claim, or takes it out again.</summary>
    /// <param name="claim">The claim.</param>
    /// <param name="of">Of which kinds its refusal is, a bit each; nothing of a payment.</param>
    /// <param name="by">1, or −1.</param>
    public void Count(in RefusalOutcome claim, uint of, int by)
    {
        Kept.Of(parts, claim.CausalPart, nothing).Count(claim.IsRefused, of, by);
        Kept.Of(modes, claim.FailureMode, nothing).Count(claim.IsRefused, of, by);
        Kept.Of(charts, (claim.CausalPart, claim.FailureMode), nothing).Count(claim.IsRefused, of, by);
        months[claim.MonthOfYear].Count(claim.IsRefused, of, by);
        all.Count(claim.IsRefused, of, by);
    }

    /// <summary>What is known of a part and failure.</summary>
    public Chart OfChart(string part, string mode) =>
        new(this, parts.GetValueOrDefault(part), modes.GetValueOrDefault(mode), charts.GetValueOrDefault((part, mode)));

    /// <summary>Log-ratio of a part alone, as that of a further part on an order.</summary>
    public double OfPart(int kind, string part) => IsEmpty(kind) ? 0 : Ratio(kind, parts.GetValueOrDefault(part), OfCompanion, 0);

    /// <summary>Log-ratio of a month of the year.</summary>
    public double OfSeason(int kind, int month) => IsEmpty(kind) ? 0 : Ratio(kind, months[month], OfMonth, 0);

    private bool IsEmpty(int kind) => all.Refused[kind] == 0 || all.Paid == 0;

    /// <summary>ln [(a + k·e^back) / (b·r + k)]: a refused, b paid, r all refused ÷ all paid.</summary>
    private double Ratio(int kind, Counts? counts, double k, double back) =>
        Math.Log(((counts?.Refused[kind] ?? 0) + (k * Math.Exp(back))) / (((counts?.Paid ?? 0) * (all.Refused[kind] / (double)all.Paid)) + k));

    /// <summary>The counts of a part and failure; until the next claim is counted.</summary>
    internal readonly struct Chart
    {
        private readonly RefusalProfile profile;
        private readonly Counts? part, mode, both;

        internal Chart(RefusalProfile profile, Counts? part, Counts? mode, Counts? both) => (this.profile, this.part, this.mode, this.both) = (profile, part, mode, both);

        /// <summary>Log-ratio of a kind of refusals.</summary>
        public double Of(int kind) => profile.IsEmpty(kind) ? 0
            : profile.Ratio(kind, both, Own, Math.Clamp(profile.Ratio(kind, part, Backing, 0) + profile.Ratio(kind, mode, Backing, 0), -Clip, Clip));
    }

    internal sealed class Counts(int kinds)
    {
        public int[] Refused { get; } = new int[kinds];

        public int Paid { get; private set; }

        public void Count(bool isRefused, uint of, int by)
        {
            Paid += isRefused ? 0 : by;
            for (var kind = 0; kind < Refused.Length; kind++)
            {
                Refused[kind] += isRefused && (of & (1u << kind)) != 0 ? by : 0;
            }
        }
    }
}
