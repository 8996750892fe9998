using ClaimInsights.Analysis;
using ClaimInsights.Analysis.Statistics;

namespace ClaimInsights.Models;

/// <summary>What is usual among like claims, as far as they have been judged: counts and medians that grow claim by claim.</summary>
internal sealed class PeerReading
{
    private readonly Dictionary<string, Operation> operations = new(StringComparer.Ordinal);
    private readonly Dictionary<string, Part> parts = new(StringComparer.Ordinal);
    private readonly Dictionary<string, RunningQuantile> kmPerDay = new(StringComparer.Ordinal);
    private readonly Dictionary<(string Part, string Mode), Chart> charts = [];
    private readonly Dictionary<(string Part, string Companion), int> together = [];

    /// <summary>What was usual among the claims learned so far that are like this one.</summary>
    public ClaimPeers Of(JudgedClaim claim)
    {
        var operation = claim.LabourOperation is null ? null : operations.GetValueOrDefault(claim.LabourOperation);
        var part = parts.GetValueOrDefault(claim.CausalPart);
        var chart = charts.GetValueOrDefault((claim.CausalPart, claim.FailureMode));
        return new(
            operation?.Claims ?? 0, operation?.Amount.Value, operation?.Hours.Value, operation?.Hours95.Value,
            part?.Claims ?? 0, part?.Amount.Value, kmPerDay.GetValueOrDefault(claim.Model ?? "")?.Value, chart?.Refused ?? 0, chart?.Paid ?? 0);
    }

    /// <summary>How rare its companions have been so far; null: it names none.</summary>
    public ClaimCompanions? CompanionsOf(JudgedClaim claim) => claim.Replaced is { Count: > 0 } replaced
        ? new(parts.GetValueOrDefault(claim.CausalPart)?.Claims ?? 0, replaced.Min(companion => together.GetValueOrDefault((claim.CausalPart, companion))))
        : null;

    /// <summary>Takes in a judged claim.</summary>
    public void Learn(JudgedClaim claim)
    {
        if (claim.LabourOperation is { } code)
        {
            var operation = Kept.Of(operations, code, () => new());
            operation.Claims++;
            Add(operation.Amount, claim.ClaimedAmount);
            Add(operation.Hours, claim.LabourHours);
            Add(operation.Hours95, claim.LabourHours);
        }

        var part = Kept.Of(parts, claim.CausalPart, () => new());
        part.Claims++;
        Add(part.Amount, claim.ClaimedAmount);
        if (claim.KmPerDay is { } km)
        {
            Kept.Of(kmPerDay, claim.Model ?? "", () => new(0.5)).Add(km);
        }

        var chart = Kept.Of(charts, (claim.CausalPart, claim.FailureMode), () => new());
        chart.Refused += claim.IsRefusedAsOwners ? 1 : 0;
        chart.Paid += claim.IsPaid ? 1 : 0;
        foreach (var companion in claim.Replaced)
        {
            together[(claim.CausalPart, companion)] = together.GetValueOrDefault((claim.CausalPart, companion)) + 1;
        }
    }

    private static void Add(RunningQuantile quantile, double? value)
    {
        if (value is { } known)
        {
            quantile.Add(known);
        }
    }

    private sealed class Operation
    {
        public int Claims { get; set; }

        public RunningQuantile Amount { get; } = new(0.5);

        public RunningQuantile Hours { get; } = new(0.5);

        public RunningQuantile Hours95 { get; } = new(0.95);
    }

    private sealed class Part
    {
        public int Claims { get; set; }

        public RunningQuantile Amount { get; } = new(0.5);
    }

    private sealed class Chart
    {
        public int Refused { get; set; }

        public int Paid { get; set; }
    }
}
