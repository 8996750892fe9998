namespace ClaimInsights.Analysis;

/// <summary>One build month of the chart of a part and failure mode: observed against expected. An insight table, for every chart with a listed cluster.</summary>
/// <param name="CausalPart">The part that causes the failure.</param>
/// <param name="FailureMode">How it fails.</param>
/// <param name="Month">First day of the build month.</param>
/// <param name="Vehicles">Vehicles sold that were built in it and have the part fitted.</param>
/// <param name="VehicleMonths">Their exposure, months.</param>
/// <param name="Claims">Claims observed.</param>
/// <param name="Expected">Claims expected by the other build months' rate at the same months in service; at least 0.</param>
/// <param name="PValue">Chance of so many claims or more where nothing is wrong.</param>
/// <param name="QValue">Benjamini–Hochberg over the build months of its chart.</param>
public sealed record BuildMonth(
    string CausalPart,
    string FailureMode,
    DateOnly Month,
    long Vehicles,
    double VehicleMonths,
    long Claims,
    double Expected,
    double PValue,
    double QValue);
