namespace ClaimInsights.Reports;

/// <summary>What a report is written in.</summary>
public enum Language
{
    /// <summary>English; draws no Chinese glyphs.</summary>
    English,

    /// <summary>Simplified Chinese.</summary>
    Chinese,
}
