using System.Globalization;
using ClaimInsights.Analysis.Statistics;

namespace ClaimInsights.Bench;

/// <summary>The count monitor on weekly counts with labelled outbreaks (columns t, x.observed, state), from week 117 on.</summary>
internal static class OutbreakBench
{
    private const int From = 117;

    /// <param name="folder">CSV files, one a series.</param>
    /// <param name="alpha">Level of a week.</param>
    public static int Run(string folder, double alpha)
    {
        var (hits, alarms, weeks) = (0, 0, 0);
        foreach (var file in Directory.GetFiles(folder, "*.csv").Order(StringComparer.Ordinal))
        {
            var lines = File.ReadAllLines(file);
            if (lines[0] != "\"t\",\"x.observed\",\"state\"")
            {
                continue;
            }

            var rows = lines.Skip(1).Select(line => line.Split(',')).ToList();
            long[] counts = [.. rows.Select(row => long.Parse(row[1], CultureInfo.InvariantCulture))];
            bool[] isOutbreak = [.. rows.Select(row => row[2] is "1" or "TRUE")];
            if (counts.Length > 300)
            {
                continue;
            }

            bool[] isAlarm = [.. counts.Select((_, i) => i + 1 >= From && CountMonitor.At(counts, null, i, CountMonitorOptions.Weeks)?.PValue <= alpha)];
            var (own, ownHits, ownWeeks) = (isAlarm.Count(one => one), isAlarm.Where((one, i) => one && isOutbreak[i]).Count(), isOutbreak.Skip(From - 1).Count(one => one));
            (hits, alarms, weeks) = (hits + ownHits, alarms + own, weeks + ownWeeks);
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{Path.GetFileNameWithoutExtension(file),-10} {own} alarms, {ownHits} in the {ownWeeks} labelled weeks"));
        }

        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"sensitivity {hits / (double)weeks:0.000} ({hits} of {weeks}), precision {hits / (double)alarms:0.000} ({hits} of {alarms})"));
        return 0;
    }
}
