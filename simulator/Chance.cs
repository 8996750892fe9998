namespace ClaimInsights.Simulator;

/// <summary>
/// A stream of pseudo-random numbers that belongs to one purpose and one entity, so that what happens to one entity never shifts
/// the draws of another. SplitMix64: Steele, Lea and Flood 2014, "Fast splittable pseudorandom number generators".
/// </summary>
internal struct Chance
{
    private const ulong Gamma = 0x9E3779B97F4A7C15;
    private ulong state;

    /// <summary>The stream of an entity for a purpose.</summary>
    public static Chance For(int seed, Purpose purpose, ulong entity, ulong detail = 0)
    {
        var key = Mix((ulong)(uint)seed + Gamma);
        key = Mix(key ^ (((ulong)purpose + 1) * 0xD1B54A32D192ED03));
        key = Mix(key + (entity * Gamma));
        return new Chance { state = Mix(key ^ ((detail + 1) * 0x8CB92BA72F3D8DD7)) };
    }

    /// <summary>The finaliser of SplitMix64: a bijection of 64 bits.</summary>
    public static ulong Mix(ulong value)
    {
        value = (value ^ (value >> 30)) * 0xBF58476D1CE4E5B9;
        value = (value ^ (value >> 27)) * 0x94D049BB133111EB;
        return value ^ (value >> 31);
    }

    /// <summary>64 random bits.</summary>
    public ulong NextBits()
    {
        state += Gamma;
        return Mix(state);
    }

    /// <summary>Uniform in [0, 1).</summary>
    public double Next() => (NextBits() >> 11) * (1.0 / (1UL << 53));

    /// <summary>True with that probability; always takes one draw.</summary>
    public bool Happens(double probability) => Next() < probability;

    /// <summary>Uniform in 0 … count − 1.</summary>
    public int Below(int count) => (int)(Next() * count);

    /// <summary>Uniform in low … high, both included.</summary>
    public int Between(int low, int high) => low + Below(high - low + 1);

    /// <summary>Uniform in [low, high).</summary>
    public double Between(double low, double high) => low + (Next() * (high - low));

    /// <summary>Standard normal (Box–Muller, two draws).</summary>
    public double Normal()
    {
        var radius = Math.Sqrt(-2 * Math.Log(1 - Next()));
        return radius * Math.Cos(2 * Math.PI * Next());
    }

    /// <summary>Exponential with that mean.</summary>
    public double Exponential(double mean) => -mean * Math.Log(1 - Next());

    /// <summary>Lognormal with that median and standard deviation of the logarithm.</summary>
    public double LogNormal(double median, double sigma) => median * Math.Exp(sigma * Normal());

    /// <summary>Poisson with a small mean (product of uniforms).</summary>
    public int Poisson(double mean)
    {
        var limit = Math.Exp(-mean);
        var count = 0;
        for (var product = Next(); product > limit; product *= Next())
        {
            count++;
        }

        return count;
    }

    /// <summary>One of them, each as likely.</summary>
    public T Pick<T>(IReadOnlyList<T> choices) => choices[Below(choices.Count)];

    /// <summary>An index with a chance proportional to its weight; weights need not add up to 1.</summary>
    public int Weighted(ReadOnlySpan<double> weights)
    {
        var total = 0.0;
        foreach (var weight in weights)
        {
            total += weight;
        }

        var draw = Next() * total;
        for (var index = 0; index < weights.Length - 1; index++)
        {
            draw -= weights[index];
            if (draw < 0)
            {
                return index;
            }
        }

        return weights.Length - 1;
    }
}
