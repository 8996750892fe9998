namespace ClaimInsights.Simulator;

/// <summary>A failure mode.</summary>
/// <param name="Code">The technician's code.</param>
/// <param name="Name">English name.</param>
/// <param name="Shape">Weibull shape about which the charts of this mode lie: below 1 early life, above 1 wear-out.</param>
/// <param name="UsageExponent">How the hazard grows with distance driven a day.</param>
internal sealed record Mode(string Code, string Name, double Shape, double UsageExponent)
{
    /// <summary>The code of what nobody found out.</summary>
    public const string Unknown = "UNKN";

    public static readonly Mode[] All =
    [
        new("LEAK", "leak", 1.15, .25),
        new("CRAK", "crack", .95, .3),
        new("NOIS", "noise", .85, .2),
        new("SEIZ", "seized", 1.4, .35),
        new("WEAR", "worn out", 2.1, .8),
        new("SHRT", "short circuit", 1, .05),
        new("OPEN", "open circuit", .75, .1),
        new("CORR", "corrosion", 1.7, 0),
        new("SOFT", "software fault", .7, 0),
        new("DRIF", "signal drift", 1.05, .1),
        new("LOOS", "loose", .8, .3),
        new("NOPW", "does not work", .9, .1),
        new("DEFM", "deformed", 1, .2),
        new("OVHT", "overheating", 1.3, .4),
        new("VIBR", "vibration", 1.1, .35),
    ];

    public static Mode Find(string code) => Array.Find(All, mode => mode.Code == code)!;
}
