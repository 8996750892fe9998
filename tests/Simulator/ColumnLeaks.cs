namespace ClaimInsights.Tests.Simulator;

/// <summary>How well each column alone, each ratio of two and each mark of punctuation ranks owner's damage.</summary>
internal static class ColumnLeaks
{
    private static readonly string[] Texts = ["complaint", "cause", "correction", "rejection_note"];

    /// <summary>Name and ROC-AUC (the better direction), best first.</summary>
    public static IReadOnlyList<(string Column, double Auc)> Measure(OwnerDamageTable table)
    {
        var leaks = new List<(string, double)>();
        var columns = table.Rows[0].Keys.Where(column => table.Rows.Any(row => row[column].Length > 0)).ToList();
        var numeric = new List<(string Name, double[] Values)>();
        foreach (var column in columns)
        {
            if (table.Numbers(column) is { } values)
            {
                leaks.Add((column, RankingMetrics.BestAuc(values, table.Caused)));
                numeric.Add((column, values));
            }

            leaks.Add((column + " filled", Best(table, row => row[column].Length > 0 ? 1 : 0)));
            if (!Texts.Contains(column))
            {
                leaks.Add((column + " (encoded)", RankingMetrics.BestAuc(table.Encoded(row => row[column]), table.Caused)));
            }
        }

        leaks.Add(("causal_part x failure_mode (encoded)", RankingMetrics.BestAuc(table.Encoded(row => row["causal_part"] + row["failure_mode"]), table.Caused)));
        foreach (var date in columns.Where(column => column.EndsWith("_on", StringComparison.Ordinal)))
        {
            leaks.Add((date + ": month of the year (encoded)", RankingMetrics.BestAuc(table.Encoded(row => row[date].Length < 7 ? "" : row[date][5..7]), table.Caused)));
        }

        Pairs(table, numeric, leaks);
        foreach (var text in Texts)
        {
            leaks.Add((text + ": length", Best(table, row => row[text].Length)));
            leaks.Add((text + ": words", RankingMetrics.BestAuc(WordScore.Of(table, text), table.Caused)));
            foreach (var mark in table.Rows.SelectMany(row => row[text]).Where(letter => !char.IsLetterOrDigit(letter)).Distinct().Order().ToList())
            {
                leaks.Add(($"{text}: '{mark}'", Best(table, row => row[text].Count(letter => letter == mark))));
            }
        }

        return [.. leaks.OrderByDescending(leak => leak.Item2).ThenBy(leak => leak.Item1, StringComparer.Ordinal)];
    }

    // Ratios of quantities, differences of days.
    private static void Pairs(OwnerDamageTable table, List<(string Name, double[] Values)> numeric, List<(string, double)> leaks)
    {
        for (var first = 0; first < numeric.Count; first++)
        {
            for (var second = first + 1; second < numeric.Count; second++)
            {
                var (a, b) = (numeric[first], numeric[second]);
                var days = a.Name.EndsWith("_on", StringComparison.Ordinal);
                if (days == b.Name.EndsWith("_on", StringComparison.Ordinal))
                {
                    double[] pair = [.. a.Values.Zip(b.Values, (x, y) => days ? y - x : (x + 1e-9) / (y + 1e-9))];
                    leaks.Add(($"{a.Name} {(days ? "to" : "/")} {b.Name}", RankingMetrics.BestAuc(pair, table.Caused)));
                }
            }
        }

        var odometer = numeric.Single(column => column.Name == "odometer_km").Values;
        foreach (var day in numeric.Where(column => column.Name is "failed_on" or "reported_on"))
        {
            var sold = numeric.Single(column => column.Name == "in_service_on").Values;
            double[] perDay = [.. odometer.Select((km, place) => km / Math.Max(1, day.Values[place] - sold[place]))];
            leaks.Add(($"odometer_km / ({day.Name} - in_service_on)", RankingMetrics.BestAuc(perDay, table.Caused)));
        }
    }

    private static double Best(OwnerDamageTable table, Func<IReadOnlyDictionary<string, string>, double> value) =>
        RankingMetrics.BestAuc([.. table.Rows.Select(value)], table.Caused);
}
