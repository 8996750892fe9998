using System.Globalization;
using ClaimInsights.Analysis.Statistics;

namespace ClaimInsights.Models.OwnTables;

/// <summary>Columns that foretell the label nearly without error by themselves: as a rule something that was written after it.</summary>
internal static class OwnTableLeaks
{
    /// <summary>ROC-AUC of a column alone above which it is taken for a leak.</summary>
    public const double Highest = 0.99;

    private const int MostCodes = 50;

    /// <summary>A column alone is judged on about so many rows, evenly taken.</summary>
    public const int MostRows = 100_000;

    /// <summary>The columns that leak, with their ROC-AUC, either way round.</summary>
    public static IReadOnlyList<(string Column, double Auc)> In(OwnRows rows)
    {
        var taken = rows.Every(Math.Max(1, rows.Count / MostRows));
        bool[] labels = [.. taken.Select(row => rows.Labels[row])];
        return
        [
            .. rows.Columns.AsParallel().AsOrdered().Select((column, i) => (column.Name, Auc: Alone(column, [.. taken.Select(row => rows.Values[i][row])], labels)))
                .Where(one => one.Auc > Highest),
        ];
    }

    /// <exception cref="ModelException">A column leaks.</exception>
    public static void Refuse(string path, OwnRows rows)
    {
        var leaks = In(rows);
        if (leaks.Count > 0)
        {
            var found = string.Join(", ", leaks.Select(one => string.Create(CultureInfo.InvariantCulture, $"'{one.Column}' (ROC-AUC {one.Auc:0.000})")));
            throw new ModelException(
                $"{path}: {found} alone {(leaks.Count > 1 ? "foretell" : "foretells")} the label; expected nothing above {Highest.ToString(CultureInfo.InvariantCulture)}: it was probably written after the label. " +
                $"Leave out: --drop {string.Join(',', leaks.Select(one => one.Column))}, or, if it is known in time, --allow-leaks");
        }
    }

    private static double Alone(OwnColumn column, float[] values, bool[] labels)
    {
        var distinct = values.Distinct().Take(MostCodes + 1).Count();
        var auc = column.IsNumber ? Ranking.RocAuc([.. values.Select(value => float.IsNaN(value) ? double.MinValue : value)], labels) : 0.5;
        var byValue = column.IsNumber && distinct > MostCodes ? 0.5 : Ranking.RocAuc(RateOfOthers(values, labels), labels);
        return Math.Max(Math.Max(auc, 1 - auc), byValue);
    }

    // The share of positives among the other half's rows of the same value: a value that occurs once tells nothing.
    private static double[] RateOfOthers(float[] values, bool[] labels)
    {
        Dictionary<float, (double Positive, double All)>[] halves = [new(), new()];
        double positives = labels.Count(label => label), mean = positives / labels.Length;
        for (var row = 0; row < values.Length; row++)
        {
            var (positive, all) = halves[row % 2].GetValueOrDefault(values[row]);
            halves[row % 2][values[row]] = (positive + (labels[row] ? 1 : 0), all + 1);
        }

        return
        [
            .. values.Select((value, row) =>
            {
                var (positive, all) = halves[1 - (row % 2)].GetValueOrDefault(value);
                return (positive + mean) / (all + 1);
            }),
        ];
    }
}
