namespace ClaimInsights.Ingest;

/// <summary>A vehicle identification number: 17 characters A–Z and 0–9 without I, O and Q, in capitals (ISO 3779).</summary>
public readonly record struct Vin
{
    /// <summary>Characters of a VIN.</summary>
    public const int Length = 17;

    /// <summary>Characters of the prefix (maker, model, year, plant) that complaint files give instead of a VIN.</summary>
    public const int PrefixLength = 11;

    /// <summary>The characters that a VIN may hold, as the inside of a regular expression's class; SQL and C# share it.</summary>
    internal const string CharacterClass = "A-HJ-NPR-Z0-9";

    private readonly string? text;

    private Vin(string text) => this.text = text;

    /// <summary>The first <see cref="PrefixLength"/> characters.</summary>
    public string Prefix => ToString()[..PrefixLength];

    /// <summary>
    /// Reads a VIN from text without blanks around it. Lower case is a problem, not something to repair silently: two systems
    /// that spell one vehicle in two ways are worth knowing about.
    /// </summary>
    /// <param name="text">What was delivered.</param>
    /// <param name="vin">The VIN, where the result is true.</param>
    /// <param name="problem">What is wrong with it, where the result is false; else empty.</param>
    /// <returns>Whether it is a VIN.</returns>
    public static bool TryParse(string text, out Vin vin, out string problem)
    {
        ArgumentNullException.ThrowIfNull(text);
        vin = default;
        problem = ProblemOf(text);
        if (problem.Length > 0)
        {
            return false;
        }

        vin = new Vin(text);
        return true;
    }

    /// <inheritdoc />
    public override string ToString() => text ?? throw new InvalidOperationException("a Vin that was never parsed");

    private static string ProblemOf(string text)
    {
        if (text.Length != Length)
        {
            return $"has {text.Length} characters, expected {Length}";
        }

        foreach (var character in text)
        {
            if (character is 'I' or 'O' or 'Q' || character is not ((>= 'A' and <= 'Z') or (>= '0' and <= '9')))
            {
                return $"holds '{character}', expected A-Z and 0-9 without I, O and Q, in capitals";
            }
        }

        return "";
    }
}
