namespace ClaimInsights.Models;

/// <summary>What was usual among the claims judged before this one.</summary>
/// <param name="OperationClaims">Earlier claims of the same labour operation; 0 where it is not given.</param>
/// <param name="OperationAmount">Median amount they claimed, the store's currency; null: none.</param>
/// <param name="OperationHours">Median hours they billed; null: none.</param>
/// <param name="OperationHours95">Their 95th percentile; null: none.</param>
/// <param name="PartClaims">Earlier claims of the same part.</param>
/// <param name="PartAmount">Median amount they claimed; null: none.</param>
/// <param name="ModelKmPerDay">Median kilometres a day at earlier claims of the same model; null: none.</param>
/// <param name="ChartRefused">Earlier claims of this part and failure mode refused as the owner's or external.</param>
/// <param name="ChartPaid">Earlier paid ones.</param>
public sealed record ClaimPeers(
    int OperationClaims,
    double? OperationAmount,
    double? OperationHours,
    double? OperationHours95,
    int PartClaims,
    double? PartAmount,
    double? ModelKmPerDay,
    int ChartRefused,
    int ChartPaid)
{
    /// <summary>Peers are worth a comparison from so many on.</summary>
    public const int FewestPeers = 10;
}
