namespace ClaimInsights.Analysis.Statistics;

/// <summary>A group's claims beside those that the reference would have had with the same exposure, age by age.</summary>
/// <param name="Group">The group's index, counted from 0.</param>
/// <param name="Observed">Claims in the cells that could be compared.</param>
/// <param name="Expected">Claims expected in these cells, at least 0.</param>
/// <param name="OwnShare">
/// θ = Var(E) / (Var(E) + E), 0…1, 1 exclusive: how much of the exposure of itself and its reference the group holds.
/// 0 where the rates were given; near 0 the expectation is as good as known.
/// </param>
/// <param name="LeftOut">Claims in cells without own exposure or without a reference: they count on neither side.</param>
public sealed record StandardisedCount(int Group, long Observed, double Expected, double OwnShare, long LeftOut)
{
    /// <summary>Observed ÷ expected; 1 is normal, at least 0; NaN or infinite where nothing was expected.</summary>
    public double Ratio => Observed / Expected;

    /// <summary>P(X ≥ observed) with the expectation taken as known: <see cref="PoissonExcess.PValue(long, double)"/>.</summary>
    public double PValue => PoissonExcess.PValue(Observed, Expected);

    /// <summary>
    /// The same, with the expectation taken as estimated: <see cref="PoissonExcess.PValue(long, double, double)"/>.
    /// Never 0 for a lack of reference claims alone.
    /// </summary>
    public double CautiousPValue => PoissonExcess.PValue(Observed, Expected, OwnShare);
}
