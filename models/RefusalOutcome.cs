namespace ClaimInsights.Models;

/// <summary>How a claim was judged: what is counted of it in the profile of refusals.</summary>
/// <param name="CausalPart">The part that caused the failure.</param>
/// <param name="FailureMode">How it failed.</param>
/// <param name="MonthOfYear">Of the report; 1–12.</param>
/// <param name="IsRefused">Refused as the owner's or external; else paid as a defect.</param>
/// <param name="Cause">How the owner damaged it; none: paid, or refused without a word how.</param>
internal readonly record struct RefusalOutcome(string CausalPart, string FailureMode, int MonthOfYear, bool IsRefused, DamageCause Cause);
