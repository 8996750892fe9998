namespace ClaimInsights.Analysis;

/// <summary>Every question over the store, in one list: a test fails on an SQL file that is not here, not documented, or does not run.</summary>
public static class Analyses
{
    /// <summary>Which claims count, and why the others do not.</summary>
    public static Analysis<ClaimStanding> CountedClaims { get; } = new("CountedClaims.sql");
}
