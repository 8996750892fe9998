using System.Runtime.CompilerServices;

namespace ClaimInsights.Analysis.Statistics;

/// <summary>Ranges of arguments; NaN is never inside one.</summary>
internal static class Require
{
    public static void Positive(double value, [CallerArgumentExpression(nameof(value))] string? name = null) =>
        That(value > 0 && double.IsFinite(value), value, "a finite number above 0", name);

    public static void NotNegative(double value, [CallerArgumentExpression(nameof(value))] string? name = null) =>
        That(value >= 0 && double.IsFinite(value), value, "a finite number, at least 0", name);

    public static void InsideUnit(double value, [CallerArgumentExpression(nameof(value))] string? name = null) =>
        That(value is > 0 and < 1, value, "between 0 and 1, both exclusive", name);

    public static void Unit(double value, [CallerArgumentExpression(nameof(value))] string? name = null) =>
        That(value is >= 0 and <= 1, value, "from 0 to 1", name);

    public static void SameLength(int left, int right, string name)
    {
        if (left != right)
        {
            throw new ArgumentException($"{name} has {right} entries where {left} were expected: one for each observation.", name);
        }
    }

    private static void That(bool holds, double value, string expected, string? name)
    {
        if (!holds)
        {
            throw new ArgumentOutOfRangeException(name, value, $"{name} is {value}; expected {expected}.");
        }
    }
}
