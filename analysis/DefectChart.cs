using ClaimInsights.Analysis.Statistics;

namespace ClaimInsights.Analysis;

/// <summary>The claims of one part and failure mode by build month, compared at the same months in service.</summary>
internal sealed class DefectChart(string causalPart, string failureMode, FittedExposure.Fleet fleet, IReadOnlyList<ClaimCell> claims)
{
    public string CausalPart { get; } = causalPart;

    public string FailureMode { get; } = failureMode;

    public FittedExposure.Fleet Fleet { get; } = fleet;

    /// <summary>Claims by build month (group) and months in service.</summary>
    public IReadOnlyList<ClaimCell> Claims { get; } = claims;

    /// <summary>Build months that stand out: compared with the rest, and not part of any reference.</summary>
    public HashSet<int> Listed { get; } = [];

    /// <summary>Each build month against the others that do not stand out, by group.</summary>
    public IReadOnlyList<StandardisedCount> Counts { get; private set; } = [];

    public void Compare() => Counts = IndirectStandardisation.AgainstOthers(Fleet.Exposure, Claims, Listed);
}
