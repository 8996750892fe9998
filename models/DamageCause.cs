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

    /// <summary>A trace of water: moisture, a little water. Seen on honest claims too, as every trace.</summary>
    WaterTrace = 32,

    /// <summary>A trace of impact: scratches, contact marks, gravel.</summary>
    ImpactTrace = 64,

    /// <summary>A trace of a foreign fluid: topped up by the customer.</summary>
    FluidTrace = 128,

    /// <summary>A reading that is in doubt.</summary>
    OdometerTrace = 256,

    /// <summary>Any trace.</summary>
    Trace = WaterTrace | ImpactTrace | FluidTrace | OdometerTrace,
}
