namespace ClaimInsights.Analysis;

/// <summary>What a failure mode of a part means for safety; failure modes that are not listed have no row.</summary>
/// <param name="CausalPart">The part.</param>
/// <param name="FailureMode">How it failed.</param>
/// <param name="Class"><c>steering_failure</c> … <c>none</c>.</param>
public sealed record SafetyClass(string CausalPart, string FailureMode, string Class);
