namespace ClaimInsights.Simulator;

/// <summary>A scheduled service that the maker knows of.</summary>
internal sealed record Service(int ServicedOn, long OdometerKm, string DealerCode, bool Authorised);
