namespace ClaimInsights.Analysis.Scan;

/// <summary>A cluster over the months: the same as long as each month's claims are mostly those of the month before.</summary>
internal sealed class ClusterTrack(string clusterId, ScanChart chart, int firstListed)
{
    /// <summary>Months after which a cluster that is no longer listed is forgotten.</summary>
    public const int Remembered = 6;

    public string ClusterId => clusterId;

    public ScanChart Chart => chart;

    /// <summary>First month end at which it was listed.</summary>
    public int FirstListed => firstListed;

    /// <summary>First month end at which it was an alarm: listed twice in a row, or once beyond doubt; null: not yet.</summary>
    public int? FirstAlert { get; private set; }

    /// <summary>Latest month end at which it was listed.</summary>
    public int LastListed { get; private set; } = -1;

    /// <summary>The population at that time.</summary>
    public Population Population { get; private set; } = null!;

    private HashSet<ulong> Claims { get; set; } = [];

    /// <summary>Whether claims are mostly the same as this cluster's.</summary>
    public bool IsSame(HashSet<ulong> claims) => AreSame(Claims, claims);

    /// <summary>Whether claims are mostly the same as others: half of the smaller set.</summary>
    public static bool AreSame(HashSet<ulong> claims, HashSet<ulong> others) =>
        claims.Count > 0 && others.Count > 0 && 2 * others.Count(claims.Contains) >= Math.Min(claims.Count, others.Count);

    /// <param name="month">Month end at which it is listed.</param>
    /// <param name="population">Its population now.</param>
    /// <param name="claims">Its claims now.</param>
    /// <param name="isBeyondDoubt">Whether one month is enough.</param>
    public void List(int month, Population population, HashSet<ulong> claims, bool isBeyondDoubt)
    {
        if (FirstAlert is null && (isBeyondDoubt || LastListed == month - 1))
        {
            FirstAlert = month;
        }

        (LastListed, Population, Claims) = (month, population, claims);
    }
}
