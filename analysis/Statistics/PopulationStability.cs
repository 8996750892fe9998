using MathNet.Numerics.Distributions;

namespace ClaimInsights.Analysis.Statistics;

/// <summary>How far a distribution has moved from a reference: the population stability index.</summary>
/// <param name="Index">Σ (q − p) ln(q ÷ p) over the bins; at least 0, in nats. .1 is customarily watched, .25 a change.</param>
/// <param name="Chance">What nineteen of twenty samples of these sizes from one distribution stay below.</param>
public readonly record struct PopulationStability(double Index, double Chance)
{
    /// <summary>
    /// The index of two sets of counts over the same bins. A bin counts half an item more on either side, so that an empty one
    /// stays finite. Chance: (1/n + 1/m)·χ²₍B−1₎ at .95, B the bins that hold anything (Yurdakul &amp; Naranjo 2020, J. Risk Model
    /// Validation 14(4)): the fixed customary limits alone call small samples changed.
    /// </summary>
    /// <param name="reference">Items by bin, at least 0.</param>
    /// <param name="recent">Items by bin, at least 0.</param>
    /// <exception cref="ArgumentException">Different numbers of bins, or none.</exception>
    public static PopulationStability Of(IReadOnlyList<long> reference, IReadOnlyList<long> recent)
    {
        ArgumentNullException.ThrowIfNull(reference);
        ArgumentNullException.ThrowIfNull(recent);
        if (reference.Count == 0 || reference.Count != recent.Count)
        {
            throw new ArgumentException($"{recent.Count} bins beside {reference.Count}; expected as many, and at least one", nameof(recent));
        }

        var used = Enumerable.Range(0, reference.Count).Where(bin => reference[bin] + recent[bin] > 0).ToList();
        double before = used.Sum(bin => reference[bin] + Half), now = used.Sum(bin => recent[bin] + Half), index = 0;
        foreach (var bin in used)
        {
            double p = (reference[bin] + Half) / before, q = (recent[bin] + Half) / now;
            index += (q - p) * Math.Log(q / p);
        }

        return used.Count < 2 ? new(0, 0) : new(index, ((1 / before) + (1 / now)) * ChiSquared.InvCDF(used.Count - 1, 0.95));
    }

    private const double Half = 0.5;
}
