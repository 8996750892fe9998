namespace ClaimInsights.Models;

/// <summary>
/// Reviewed claims in three slices by the day of their decision: train on the earliest, calibrate on the next, evaluate on
/// the latest. A day is on one side only, and so is a vehicle: the later slice keeps it.
/// </summary>
/// <param name="Train">Earliest three fifths.</param>
/// <param name="Calibrate">Next fifth.</param>
/// <param name="Evaluate">Latest fifth.</param>
public sealed record TimeSplit(
    IReadOnlyList<ClaimFeatures> Train, IReadOnlyList<ClaimFeatures> Calibrate, IReadOnlyList<ClaimFeatures> Evaluate)
{
    /// <summary>Splits the claims that carry a label; the others, and the order of the rows, do not matter.</summary>
    public static TimeSplit Of(IEnumerable<ClaimFeatures> features)
    {
        var labelled = features.Where(row => row.Claim.IsOwnerCaused is not null)
            .OrderBy(row => row.Claim.DecidedOn).ThenBy(row => row.Claim.ClaimId, StringComparer.Ordinal).ToList();
        if (labelled.Count == 0)
        {
            return new([], [], []);
        }

        var calibrateFrom = labelled[labelled.Count * 3 / 5].Claim.DecidedOn;
        var evaluateFrom = labelled[labelled.Count * 4 / 5].Claim.DecidedOn;
        var evaluate = labelled.Where(row => row.Claim.DecidedOn >= evaluateFrom).ToList();
        var calibrate = WithoutVehiclesOf(evaluate, labelled.Where(row => row.Claim.DecidedOn >= calibrateFrom && row.Claim.DecidedOn < evaluateFrom));
        var train = WithoutVehiclesOf([.. calibrate, .. evaluate], labelled.Where(row => row.Claim.DecidedOn < calibrateFrom));
        return new(train, calibrate, evaluate);
    }

    /// <summary>How many of the rows were found owner_caused.</summary>
    public static int Positives(IEnumerable<ClaimFeatures> rows) => rows.Count(row => row.Claim.IsOwnerCaused == true);

    private static List<ClaimFeatures> WithoutVehiclesOf(IEnumerable<ClaimFeatures> later, IEnumerable<ClaimFeatures> rows)
    {
        var vehicles = later.Select(row => row.Claim.Vin).OfType<string>().ToHashSet(StringComparer.Ordinal);
        return [.. rows.Where(row => row.Claim.Vin is null || !vehicles.Contains(row.Claim.Vin))];
    }
}
