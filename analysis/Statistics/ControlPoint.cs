namespace ClaimInsights.Analysis.Statistics;

/// <summary>One period of a control chart.</summary>
/// <param name="Value">The period's figure; NaN where there was nothing to measure, which has no limits and breaks no run.</param>
/// <param name="Low">Lower limit, in the figure's unit.</param>
/// <param name="High">Upper limit.</param>
/// <param name="IsOutside">The value lies outside its limits.</param>
/// <param name="IsInRun">It is the eighth or a later one in a row on the same side of the centre line.</param>
public readonly record struct ControlPoint(double Value, double Low, double High, bool IsOutside, bool IsInRun)
{
    /// <summary>The period differs from the others by more than their usual variation.</summary>
    public bool IsSignal => IsOutside || IsInRun;
}
