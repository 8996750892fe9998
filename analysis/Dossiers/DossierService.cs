namespace ClaimInsights.Analysis.Dossiers;

/// <summary>One service of the vehicle of a dossier.</summary>
/// <param name="ServicedOn">Its day.</param>
/// <param name="OdometerKm">Reading, kilometres.</param>
/// <param name="DealerCode">Who serviced.</param>
/// <param name="Authorised">Whether that shop is authorised.</param>
public sealed record DossierService(DateOnly ServicedOn, int? OdometerKm, string? DealerCode, bool? Authorised);
