namespace ClaimInsights.Models;

/// <summary>How owners damage vehicles; a claim may speak of several.</summary>
[Flags]
public enum DamageCause
{
    /// <summary>None named.</summary>
    None = 0,

    /// <summary>Water: flood, wading.</summary>
    Water = 1,

    /// <summary>Impact: collision, kerb, stone.</summary>
    Impact = 2,

    /// <summary>Modification, foreign parts.</summary>
    Modification = 4,

    /// <summary>Wrong or dirty oil, fuel, coolant.</summary>
    Fluid = 8,

    /// <summary>Neglected maintenance, overload.</summary>
    Neglect = 16,

    /// <summary>A trace that may be any of these, and is seen on honest claims too: scratches, gravel, a little water, a doubtful reading.</summary>
    Trace = 32,
}
