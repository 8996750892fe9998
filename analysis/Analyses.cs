namespace ClaimInsights.Analysis;

/// <summary>Every question over the store, in one list: a test fails on an SQL file that is not here, not documented, or does not run.</summary>
public static class Analyses
{
    /// <summary>Which claims count, and why the others do not.</summary>
    public static Analysis<ClaimStanding> CountedClaims { get; } = new("CountedClaims.sql");

    /// <summary>How long each stage of a claim takes, by month of closing.</summary>
    public static Analysis<StageTime> StageTimes { get; } = new("StageTimes.sql");

    /// <summary>What claims cost per vehicle, by month of closing.</summary>
    public static Analysis<CostMonth> CostMonths { get; } = new("CostMonths.sql");

    /// <summary>How claims were decided, by month of closing.</summary>
    public static Analysis<VerdictMonth> VerdictMonths { get; } = new("VerdictMonths.sql");

    /// <summary>Decided and rejected claims per dealer and kind of claim; judge them with <see cref="DealerRejection.Standardise"/>.</summary>
    public static Analysis<DealerRejectionCell> DealerRejections { get; } = new("DealerRejections.sql");

    /// <summary>What a reviewer sees of the claims that may be scored.</summary>
    public static Analysis<ScoredClaim> ScoredClaims { get; } = new("ScoredClaims.sql");
}
