namespace ClaimInsights.Models;

/// <summary>When a new model is put to use.</summary>
public enum PromotionPolicy
{
    /// <summary>Unless later verdicts say that it is worse than the model in use, or all its verdicts are of one hand.</summary>
    UnlessWorse,

    /// <summary>Whatever is found.</summary>
    Always,

    /// <summary>Not now; it is kept.</summary>
    Never,
}
