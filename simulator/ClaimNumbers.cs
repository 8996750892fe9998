namespace ClaimInsights.Simulator;

/// <summary>Numbers of claims, orders and bills: all different, and in no order that would tell anything.</summary>
internal static class ClaimNumbers
{
    private const int Bits = 42;
    private const ulong Mask = (1UL << Bits) - 1;
    private const string Digits = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

    /// <summary>Nine characters that no other number below 2^42 gets for that prefix: a permutation, written to the base 32.</summary>
    public static string Of(char prefix, int seed, ulong number)
    {
        var value = number & Mask;
        var key = Chance.For(seed, Purpose.Numbers, prefix).NextBits();
        for (var round = 0; round < 3; round++)
        {
            value = (value ^ (key >> (round * 7))) & Mask;
            value = (value * 0x9E3779B97F5UL) & Mask;
            value ^= value >> 21;
        }

        Span<char> text = stackalloc char[10];
        text[0] = prefix;
        for (var place = 9; place >= 1; place--)
        {
            text[place] = Digits[(int)(value & 31)];
            value >>= 5;
        }

        return new string(text);
    }
}
