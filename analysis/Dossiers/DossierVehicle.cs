namespace ClaimInsights.Analysis.Dossiers;

/// <summary>The vehicle of a dossier.</summary>
/// <param name="Vin">The vehicle.</param>
/// <param name="Model">Its model.</param>
/// <param name="ModelYear">Its model year.</param>
/// <param name="BuiltOn">Day of building.</param>
/// <param name="InServiceOn">First day of service: the warranty starts.</param>
/// <param name="InvoicedOn">Day of the invoice.</param>
/// <param name="Plant">Where it was built.</param>
/// <param name="Powertrain">What drives it.</param>
/// <param name="UsageClass"><c>private</c>, <c>commercial</c>; null: not known.</param>
/// <param name="Province">Where it is at home.</param>
/// <param name="WarrantyMonths">Length of its warranty, months.</param>
/// <param name="WarrantyKm">Length of its warranty, kilometres.</param>
/// <param name="OutOfServiceOn">Scrapped or exported.</param>
public sealed record DossierVehicle(
    string Vin, string? Model, int? ModelYear, DateOnly? BuiltOn, DateOnly? InServiceOn, DateOnly? InvoicedOn, string? Plant, string? Powertrain,
    string? UsageClass, string? Province, int? WarrantyMonths, int? WarrantyKm, DateOnly? OutOfServiceOn)
{
    /// <summary>The last day under warranty, itself inside; null: not known.</summary>
    public DateOnly? WarrantyEndsOn => new WarrantyPeriod(WarrantyMonths).LastDay(InServiceOn);
}
