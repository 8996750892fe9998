namespace ClaimInsights.Analysis;

/// <summary>Claims of one reporting lag that could have been seen with up to the same lag.</summary>
/// <param name="DealerProvince">Province of the dealer; null: not known.</param>
/// <param name="Lag">Days from failure to the first closing of a version that counts; at least 0.</param>
/// <param name="Truncation">Days from failure to the as-of date; at least the lag.</param>
/// <param name="Claims">At least 1.</param>
public sealed record LagDays(string? DealerProvince, int Lag, int Truncation, long Claims);
