namespace ClaimInsights.Ingest;

/// <summary>What forgetting a vehicle removed.</summary>
/// <param name="Vehicle">The record as kept.</param>
/// <param name="Derived">Folders of the store that were removed whole, to be made again by <c>analyse</c>, <c>score</c>, <c>report</c> and <c>dossier</c>.</param>
public sealed record Forgetting(ForgottenVehicle Vehicle, IReadOnlyList<string> Derived);
