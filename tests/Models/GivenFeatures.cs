using ClaimInsights.Models;

namespace ClaimInsights.Tests.Models;

/// <summary>Features as a test says them, without a warehouse.</summary>
internal static class GivenFeatures
{
    public static readonly DateOnly FirstDay = new(2024, 7, 1);

    /// <summary>A claim on which no rule of the damage or odometer fires.</summary>
    public static ClaimFeatures Ordinary(string id, DateOnly? decidedOn = null, string? finding = null) => new(
        new ReviewableClaim(
            id, 1, $"V-{id}", "D001", "P-100", "leak", (decidedOn ?? Given.AsOf).AddDays(-5), decidedOn ?? Given.AsOf, decidedOn ?? Given.AsOf,
            100m, finding, finding is null ? null : "random", finding is null ? null : 0.1, finding is null ? null : $"R{id[^1]}", finding is null ? null : (decidedOn ?? Given.AsOf).AddDays(10), "江苏", 100m, 0m, 1, 1, 0, 3, true, true, true, true,
            1, 1, 10_000, 300, 700, 100_000, false),
        new ClaimUsage(id, 3, 0, 33, 8000, 9000, 30, 10_000, 100),
        new ClaimMaintenance(id, 1, 0, 100, 200, 10_000),
        new ClaimHistory(id, 0, 0, 0, 0, null, 1),
        new ClaimPeers(50, 100, 1, 1.3, 50, 100, 33, 1, 50),
        null,
        new DealerPast(50, 500, 5, 50, 1, 10, 5, 50, 5, 50, 0, 2),
        new ClaimWords(DamageCause.None, DamageCause.None, false, 60),
        new ClaimWords(DamageCause.None, DamageCause.None, false, 0),
        RefusalSigns.None);

    /// <summary>A claim of whose owner every rule has something to say.</summary>
    public static ClaimFeatures Worst(string id)
    {
        var row = Ordinary(id);
        return row with
        {
            Claim = row.Claim with
            {
                ClaimedAmount = 1234.5m,
                ApprovedAmount = 1200m,
                LabourHours = 6.5,
                StandardHours = 2,
                ReplacedParts = 4,
                Photos = 0,
                OldPartReturned = false,
                FaultCodesRead = false,
                MaintenanceRecord = false,
                Authorised = false,
                DaysToReport = 70,
                OdometerKm = 98_500,
                DaysInService = 700,
                DaysToLimit = 3,
            },
            Usage = new ClaimUsage(id, 5, 3, 180, 110_000, 120_000, 20, 130_000, 500),
            Maintenance = new ClaimMaintenance(id, 3, 2, 650, 650, 90_000),
            History = new ClaimHistory(id, 5, 2, 4, 2, 10, 3),
            Peers = new ClaimPeers(40, 300, 2, 3.1, 50, 300, 40, 30, 60),
            Companions = new ClaimCompanions(400, 0),
            Dealer = new DealerPast(100, 1000, 40, 50, 30, 50, 60, 100, 20, 100, 10, 12),
            Words = new ClaimWords((DamageCause)511, DamageCause.Trace, true, 100),
            OrderWords = new ClaimWords(DamageCause.Water | DamageCause.Impact, DamageCause.Trace, false, 100),
            Refusals = new RefusalSigns(1, 1, 1, 1, 1, 1, 0.5, 1, 1, 2, 1, 1, 1, 1),
        };
    }

    /// <summary>
    /// Claims decided day by day, every third reviewed; a tenth are the owner's, whose odometer lies below its trend by
    /// chance and which are reported late by chance.
    /// </summary>
    public static IReadOnlyList<ClaimFeatures> Reviewed(int claims, int seed = 7)
    {
        var random = new Random(seed);
        return
        [
            .. Enumerable.Range(0, claims).Select(i =>
            {
                var isOwners = random.NextDouble() < 0.1;
                var isReviewed = i % 3 == 0;
                var row = Ordinary($"C{i:00000}", FirstDay.AddDays(i * 700 / claims), isReviewed ? isOwners ? "owner_caused" : "justified" : null);
                var gap = (isOwners && random.NextDouble() < 0.6 ? -0.3 : 0) + (0.1 * random.NextDouble());
                var late = (isOwners ? 30 : 5) * random.NextDouble();
                return row with
                {
                    Claim = row.Claim with { Vin = $"V{random.Next(claims / 2)}", OdometerKm = (int)(10_000 * (1 + gap)), DaysToReport = (int)late, ApprovedAmount = random.Next(50, 500), DealerCode = $"D{random.Next(9)}" },
                };
            }),
        ];
    }
}
