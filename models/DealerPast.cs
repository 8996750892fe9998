namespace ClaimInsights.Models;

/// <summary>What the dealer's claims had been like before this one was judged.</summary>
/// <param name="DealerClaims">The dealer's claims judged before.</param>
/// <param name="AllClaims">Everyone's.</param>
/// <param name="DealerPartClaims">The dealer's of the same part.</param>
/// <param name="PartClaims">Everyone's of the same part.</param>
/// <param name="DealerRefused">The dealer's refused as the owner's or external.</param>
/// <param name="AllRefused">Everyone's.</param>
/// <param name="DealerUnreturned">The dealer's whose old part did not come back.</param>
/// <param name="AllUnreturned">Everyone's.</param>
/// <param name="DealerReviewed">Reviews of the dealer's claims with a clear finding before.</param>
/// <param name="AllReviewed">Everyone's.</param>
/// <param name="DealerFound">Of them found owner_caused.</param>
/// <param name="AllFound">Everyone's.</param>
public sealed record DealerPast(
    int DealerClaims,
    int AllClaims,
    int DealerPartClaims,
    int PartClaims,
    int DealerRefused,
    int AllRefused,
    int DealerUnreturned,
    int AllUnreturned,
    int DealerReviewed,
    int AllReviewed,
    int DealerFound,
    int AllFound)
{
    /// <summary>Log ratio of the dealer's share of refused claims to everyone's, shrunk.</summary>
    public double RefusedLogRatio => Shrunk(DealerRefused, DealerClaims, AllRefused, AllClaims, 5);

    /// <summary>Log ratio of the dealer's share of claims without the old part to everyone's, shrunk.</summary>
    public double UnreturnedLogRatio => Shrunk(DealerUnreturned, DealerClaims, AllUnreturned, AllClaims, 5);

    /// <summary>Log ratio of the share of the dealer's reviewed claims found owner_caused to everyone's, shrunk.</summary>
    public double FoundLogRatio => Shrunk(DealerFound, DealerReviewed, AllFound, AllReviewed, 3);

    /// <summary>Log ratio of the part's share in the dealer's claims to its share in everyone's, shrunk.</summary>
    public double PartLogRatio => Shrunk(DealerPartClaims, DealerClaims, PartClaims, AllClaims, 5);

    /// <summary>ln (observed + k) / (expected + k): k expected events more on either side keep a small dealer near 0.</summary>
    private static double Shrunk(int hits, int claims, int allHits, int allClaims, double k) =>
        allClaims == 0 ? 0 : Math.Log((hits + k) / ((claims * (allHits / (double)allClaims)) + k));
}
