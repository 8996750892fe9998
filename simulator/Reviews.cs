using System.Globalization;

namespace ClaimInsights.Simulator;

/// <summary>A reviewer's finding as it is delivered.</summary>
internal sealed record ReviewVerdict(
    string ClaimId, int Version, string SheetId, string Finding, string Reviewer, string DecidedAt, string Selection, double Probability, string? Note);

/// <summary>The past of reviews: most picked by a crude rule, a few at random, each with its overall probability.</summary>
internal sealed class Reviews
{
    /// <summary>Share of the reviewable claims that the rule catches, about.</summary>
    private const double RuleShare = .2;
    private readonly SimulationOptions options;
    private readonly double byRule;
    private readonly double atRandom;

    public Reviews(SimulationOptions options)
    {
        this.options = options;
        byRule = Math.Min(.9, .87 * options.Reviewed / RuleShare);
        atRandom = (options.Reviewed - (RuleShare * byRule)) / (1 - (RuleShare * byRule));
    }

    /// <summary>The verdict on a claim's current version; null where it was not selected, or not decided by the as-of date.</summary>
    public ReviewVerdict? Of(Claim claim)
    {
        if (!claim.IsReviewable)
        {
            return null;
        }

        var chance = Chance.For(options.Seed, Purpose.Review, claim.Number);
        var random = chance.Happens(atRandom);
        var rule = chance.Happens(byRule) && IsCaught(claim);
        var reviewer = chance.Below(7);
        var finding = FindingOf(claim, ref chance);
        var days = 10 + (int)chance.LogNormal(28, .5);
        var minute = (8 * 60) + chance.Below(9 * 60);
        var decidedOn = claim.ClosedOn + days;
        if (!(random || rule) || decidedOn > options.AsOf.DayNumber)
        {
            return null;
        }

        var probability = IsCaught(claim) ? 1 - ((1 - byRule) * (1 - atRandom)) : atRandom;
        var date = DateOnly.FromDayNumber(decidedOn);
        return new ReviewVerdict(
            claim.ClaimId,
            claim.Version,
            string.Create(CultureInfo.InvariantCulture, $"RS{date:yyyyMM}"),
            finding,
            string.Create(CultureInfo.InvariantCulture, $"A{11 + reviewer}"),
            string.Create(CultureInfo.InvariantCulture, $"{date:yyyy-MM-dd}T{minute / 60:00}:{minute % 60:00}:00"),
            random ? "random" : "rule",
            Math.Max(.0001, Math.Round(probability, 4)),
            null);
    }

    // The rule of the past: dear for its part, or hardly a photo and no old part.
    private static bool IsCaught(Claim claim) =>
        claim.Claimed > 100 * ((1.3 * claim.Part.Price) + (190 * claim.Part.Hours)) || (claim.Photos <= 1 && !claim.OldPartReturned);

    private static string FindingOf(Claim claim, ref Chance chance)
    {
        var (wrong, draw) = (chance.Next(), chance.Next());
        if (draw < .035)
        {
            return "unclear";
        }

        if (claim.IsDisguised)
        {
            return wrong < .17 ? "justified" : "owner_caused";
        }

        if (wrong < .026)
        {
            return "owner_caused";
        }

        var padded = claim.Failure.Origin == Origin.Padding || claim.LabourHours > 1.35 * claim.StandardHours;
        return padded && wrong < .8 ? "overbilled" : claim.Miscoded && wrong < .7 ? "miscoded" : wrong > .985 ? "overbilled" : "justified";
    }
}
