using System.Globalization;

namespace ClaimInsights.Reports;

/// <summary>Numbers as a report writes them, in both languages; the machine's own culture never enters.</summary>
internal static class Figures
{
    /// <summary>What stands where nothing is known.</summary>
    public const string None = "–";

    private static readonly CultureInfo Plain = CultureInfo.InvariantCulture;

    public static string Count(long value) => value.ToString("#,0", Plain).Replace("-", "−", StringComparison.Ordinal);

    /// <summary>A number with so many decimals.</summary>
    public static string Number(double value, int decimals = 1) => !double.IsFinite(value)
        ? None
        : value.ToString(decimals == 0 ? "#,0" : "#,0." + new string('0', decimals), Plain).Replace("-", "−", StringComparison.Ordinal);

    /// <summary>A share as a percentage.</summary>
    public static string Percent(double share, int decimals = 1) => !double.IsFinite(share) ? None : Number(share * 100, decimals) + "%";

    public static string PercentRange(double low, double high, int decimals = 1) => $"{Number(low * 100, decimals)}–{Percent(high, decimals)}";

    /// <summary>A ratio to two or three figures: 0.84, 2.7, 14.</summary>
    public static string Ratio(double ratio) => Number(ratio, ratio < 0.995 ? 2 : ratio < 99.5 ? 1 : 0);

    public static string RatioRange(double low, double high) => $"{Ratio(low)}–{Ratio(high)}";

    /// <summary>An amount without its currency: decimals only where it is small.</summary>
    public static string Amount(decimal amount) => Amount((double)amount);

    /// <inheritdoc cref="Amount(decimal)"/>
    public static string Amount(double amount) => Number(amount, Math.Abs(amount) < 100 ? 2 : 0);

    /// <summary>A p- or q-value: small ones by their magnitude.</summary>
    public static string Small(double value) => value >= 0.001 ? Number(value, 3) : value >= 0.0001 ? "< 0.001" : "< 0.0001";

    public static string Day(DateOnly? day) => day?.ToString("yyyy-MM-dd", Plain) ?? None;

    /// <summary>A day, or nothing where it is not known.</summary>
    public static string Known(DateOnly? day) => day is null ? "" : Day(day);

    /// <summary>A year, which takes no separators.</summary>
    public static string Year(int? year) => year?.ToString(Plain) ?? "";

    /// <summary>From one day to another; a missing one is open.</summary>
    public static string Days(DateOnly? from, DateOnly? to) => from is null && to is null ? None : $"{(from is null ? "…" : Day(from))} – {(to is null ? "…" : Day(to))}";
}
