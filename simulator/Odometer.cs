namespace ClaimInsights.Simulator;

/// <summary>What people write down when they read an odometer.</summary>
internal static class Odometer
{
    /// <summary>The reading as written: now and then with a slip of the pen.</summary>
    public static long Write(double km, double slips, ref Chance chance)
    {
        var reading = Math.Max(0, (long)km);
        var slipped = chance.Happens(slips);
        var kind = chance.Below(4);
        var place = (long)Math.Pow(10, 1 + chance.Below(4));
        var digit = chance.Below(10);
        if (!slipped || reading < 1000)
        {
            return reading;
        }

        return kind switch
        {
            0 => reading / 10,
            1 => Math.Min(1_900_000, (reading * 10) + digit),
            2 => reading - (reading / place % 10 * place) + (digit * place),
            _ => Swap(reading, place),
        };
    }

    private static long Swap(long reading, long place)
    {
        var (low, high) = (reading / (place / 10) % 10, reading / place % 10);
        return reading + ((low - high) * place) + ((high - low) * (place / 10));
    }
}
