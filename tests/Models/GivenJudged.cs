using ClaimInsights.Models;

namespace ClaimInsights.Tests.Models;

/// <summary>Judged claims as a test says them, without a warehouse.</summary>
internal static class GivenJudged
{
    /// <summary>A claim paid as a defect and asked for.</summary>
    public static JudgedClaim Claim(string id, DateOnly judgedOn, string part = "P-1") => new(
        id, null, "D1", judgedOn, 3, part, "leak", null, null, null, null, null, null, null, false, true, true, false, true, null, null, null, null, null, null, null);
}
