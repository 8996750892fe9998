namespace ClaimInsights.Simulator;

/// <summary>Vehicle identification numbers with a valid check digit (ISO 3779; 49 CFR 565.15).</summary>
internal static class Vins
{
    private const string Letters = "0123456789.ABCDEFGH..JKLMN.P.R..STUVWXYZ";
    private const string YearCodes = "ABCDEFGHJKLMNPRSTVWXY123456789";
    private static readonly int[] Weights = [8, 7, 6, 5, 4, 3, 2, 10, 0, 9, 8, 7, 6, 5, 4, 3, 2];

    /// <summary>The number of a vehicle; its serial number is its place in production.</summary>
    public static string Make(int model, int powertrain, string plant, int modelYear, int serial)
    {
        Span<char> vin = stackalloc char[17];
        "LSC".CopyTo(vin);
        vin[3] = "ABCDEFGH"[model];
        vin[4] = "KLMN"[powertrain];
        vin[5] = '3';
        vin[6] = 'E';
        vin[7] = "23456789AB"[serial / 1_000_000];
        vin[8] = '0';
        vin[9] = YearCodes[(modelYear - 1980) % 30];
        vin[10] = plant[0];
        var rest = serial % 1_000_000;
        for (var position = 16; position >= 11; position--)
        {
            vin[position] = (char)('0' + (rest % 10));
            rest /= 10;
        }

        vin[8] = CheckDigit(vin);
        return new string(vin);
    }

    /// <summary>The ninth character that the other sixteen ask for.</summary>
    public static char CheckDigit(ReadOnlySpan<char> vin)
    {
        var sum = 0;
        for (var position = 0; position < 17; position++)
        {
            sum += Weights[position] * (Letters.IndexOf(vin[position]) % 10);
        }

        return sum % 11 == 10 ? 'X' : (char)('0' + (sum % 11));
    }
}
