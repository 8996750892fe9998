using System.Globalization;

namespace ClaimInsights.Tests.Models.OwnTables;

/// <summary>A table as a team of its own would bring it: numbers, categories, gaps, and a label that hangs on two of its columns.</summary>
internal static class GivenTable
{
    public const string Header = "day,km,hours,part,dealer,bad";

    /// <summary>Rows by day; a sixth or so is positive, most often at many kilometres of part P1.</summary>
    public static List<string> Rows(int count = 900, int seed = 5)
    {
        var random = new Random(seed);
        return
        [
            .. Enumerable.Range(0, count).Select(i =>
            {
                var km = random.Next(1000, 100_000);
                var part = $"P{random.Next(4)}";
                var isBad = random.NextDouble() < (part == "P1" && km > 50_000 ? 0.7 : 0.08);
                var hours = random.Next(12) == 0 ? "" : random.Next(1, 80).ToString(CultureInfo.InvariantCulture);
                return string.Create(CultureInfo.InvariantCulture, $"{new DateOnly(2024, 1, 1).AddDays(i / 3):yyyy-MM-dd},{km},{hours},{part},D{random.Next(8):00},{(isBad ? 1 : 0)}");
            }),
        ];
    }

    public static string Write(string folder, string name, IEnumerable<string> rows, string header = Header)
    {
        var path = Path.Combine(folder, name);
        File.WriteAllLines(path, [header, .. rows]);
        return path;
    }
}
