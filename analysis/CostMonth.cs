namespace ClaimInsights.Analysis;

/// <summary>What the claims closed in one month cost, beside the vehicles under warranty at its end.</summary>
/// <param name="Month">First day of the month of closing.</param>
/// <param name="Complete">The as-of date lies at or after the month's end.</param>
/// <param name="Vehicles">Vehicles sold and under warranty on the month's last day, or on the as-of date if earlier; 0 in a store without vehicles.</param>
/// <param name="Claims">Claims paid, partly paid or goodwill; campaigns are left out.</param>
/// <param name="ApprovedAmount">Their approved amounts, the store's currency.</param>
public sealed record CostMonth(DateOnly Month, bool Complete, long Vehicles, long Claims, decimal ApprovedAmount)
{
    /// <summary>Approved amount per vehicle under warranty; null without vehicles.</summary>
    public double? PerVehicle => Vehicles == 0 ? null : (double)ApprovedAmount / Vehicles;
}
