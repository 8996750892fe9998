namespace ClaimInsights.Simulator;

/// <summary>A repair shop that the maker has not authorised; it is in no list of dealers.</summary>
internal static class UnauthorisedShop
{
    /// <summary>The code of the shop round the corner from a dealer.</summary>
    public static string CodeOf(Dealer neighbour) => "X" + neighbour.Code[1..];
}
