namespace ClaimInsights.Analysis.Backtests;

/// <summary>How a monitor did against a truth file.</summary>
/// <param name="Kind"><c>campaigns</c>: an alert leads; <c>defects</c>: an alert follows the first claim.</param>
/// <param name="Findable">Truths that could be found at all.</param>
/// <param name="Caught">Those of them that were.</param>
/// <param name="MedianDays">Campaigns: from the first alert to the announcement; defects: from the first claim to the first alert. NaN: none caught.</param>
/// <param name="Judged">Alerts on which the truth has an answer.</param>
/// <param name="Confirmed">Those of them that were right.</param>
/// <param name="RandomCaught">What an equally busy random monitor catches, mean of the draws.</param>
/// <param name="RandomPrecision">Its precision, mean of the draws; NaN: nothing to judge.</param>
public sealed record Outcome(
    string Kind, int Findable, int Caught, double MedianDays, int Judged, int Confirmed, double RandomCaught, double RandomPrecision)
{
    /// <summary>Caught ÷ findable; NaN where nothing was findable.</summary>
    public double Recall => Findable == 0 ? double.NaN : (double)Caught / Findable;

    /// <summary>Confirmed ÷ judged; NaN where nothing was judged.</summary>
    public double Precision => Judged == 0 ? double.NaN : (double)Confirmed / Judged;
}

/// <summary>An alert as a truth judges it.</summary>
/// <param name="Day">Its day.</param>
/// <param name="Key">Its key.</param>
/// <param name="ClaimIds">Claims that it rests on.</param>
/// <param name="Excess">Claims beyond the expected.</param>
internal sealed record JudgedAlert(DateOnly Day, IReadOnlyList<string> Key, IReadOnlyList<string> ClaimIds, double Excess);

/// <summary>What one monitor got.</summary>
internal sealed record Caught(int Truths, IReadOnlyList<int> Days, int Judged, int Confirmed);
