using ScottPlot;

namespace ClaimInsights.Reports.Charts;

/// <summary>The colours of every chart and page: Okabe and Ito's, told apart by colour-blind readers too, and greys. One meaning each.</summary>
internal static class Ink
{
    /// <summary>Text.</summary>
    public static Color Text { get; } = Color.FromHex("#1b2733");

    /// <summary>Second-rank text, and the rest of the fleet.</summary>
    public static Color Muted { get; } = Color.FromHex("#5b6875");

    /// <summary>Grid and frames.</summary>
    public static Color Grid { get; } = Color.FromHex("#e3e8ed");

    /// <summary>What was observed, where it is usual.</summary>
    public static Color Usual { get; } = Color.FromHex("#0072b2");

    /// <summary>What stands out.</summary>
    public static Color Standout { get; } = Color.FromHex("#d55e00");

    /// <summary>What was expected, limits and reference lines.</summary>
    public static Color Expected { get; } = Color.FromHex("#8a96a3");

    /// <summary>Second series where both are usual.</summary>
    public static Color Second { get; } = Color.FromHex("#e69f00");

    /// <summary>The range in which a figure usually lies.</summary>
    public static Color UsualRange { get; } = Color.FromHex("#e6f0f7");

    /// <summary>The months that a cluster covers.</summary>
    public static Color StandoutRange { get; } = Color.FromHex("#fbeadd");

    /// <summary>The paper.</summary>
    public static Color Paper { get; } = Color.FromHex("#ffffff");
}
