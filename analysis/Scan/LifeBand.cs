namespace ClaimInsights.Analysis.Scan;

/// <summary>The stretch of a vehicle's life in which an excess is looked for.</summary>
/// <param name="FromAge">Months in service from which on; 0: from the sale.</param>
/// <param name="IsFar">Only once the vehicle has come as far as <see cref="FarKm"/>, by its own use.</param>
internal readonly record struct LifeBand(int FromAge, bool IsFar)
{
    /// <summary>Distance from which on high-mileage failures are looked for as such: <c>far_km</c> of the relation <c>scope</c>.</summary>
    public const int FarKm = 50_000;

    /// <summary>All of its life.</summary>
    public static LifeBand Whole => default;

    /// <summary>From a year in service on: wear drowns among the failures of the first year.</summary>
    public static LifeBand Late { get; } = new(12, false);

    /// <summary>At high mileage.</summary>
    public static LifeBand Far { get; } = new(0, true);

    /// <summary>Months from the sale to high mileage at which the next class of intensity begins: taxis come there within the year, others in their third or later.</summary>
    private static readonly int[] IntensityFrom = [6, 9, 12, 16, 21, 27];

    /// <summary>Classes of how intensely vehicles at high mileage are driven, see <see cref="IntensityOf"/>.</summary>
    public const int Intensities = 7;

    /// <summary>How intensely a vehicle is driven that comes to high mileage so many months after its sale: 0 is the most.</summary>
    /// <param name="months">0 or less: it was there from the first month on.</param>
    public static int IntensityOf(int months)
    {
        var of = 0;
        while (of < IntensityFrom.Length && months >= IntensityFrom[of])
        {
            of++;
        }

        return of;
    }

    /// <summary><c>late_in_life</c> or <c>high_mileage</c>, as the table of prior weights calls it; null: all of life.</summary>
    public string? Name => IsFar ? "high_mileage" : FromAge > 0 ? "late_in_life" : null;

    /// <summary>Whether a claim lies in it.</summary>
    public bool Holds(ChartClaim claim) => claim.Age >= FromAge && (!IsFar || claim.Month >= claim.FarMonth);

    /// <summary>The claims that lie in it: the list itself where all do.</summary>
    /// <param name="claims">Claims.</param>
    /// <param name="into">Takes them, in place of what it held, where not all do; null: a new list.</param>
    public List<ChartClaim> Of(List<ChartClaim> claims, List<ChartClaim>? into = null)
    {
        if (this == Whole)
        {
            return claims;
        }

        into ??= [];
        into.Clear();
        foreach (var claim in claims)
        {
            if (Holds(claim))
            {
                into.Add(claim);
            }
        }

        return into;
    }
}
