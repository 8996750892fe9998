using System.Globalization;

namespace ClaimInsights.Models.OwnTables;

/// <summary>A model of one's own table: trees and a logistic, joined and calibrated on rows later than those that they were taught.</summary>
/// <param name="Columns">The columns that it looks at.</param>
/// <param name="Inputs">The numbers made of them.</param>
/// <param name="Bags">Bags of trees.</param>
/// <param name="Logistic">The logistic.</param>
/// <param name="TreeFactor">What the trees' margin counts in the log-odds.</param>
/// <param name="LogisticFactor">What the logistic's log-odds count.</param>
/// <param name="Intercept">Log-odds where both are 0.</param>
public sealed record OwnTableModel(
    IReadOnlyList<OwnColumn> Columns,
    IReadOnlyList<OwnInput> Inputs,
    IReadOnlyList<IReadOnlyList<BoostedTree>> Bags,
    OwnLogistic Logistic,
    double TreeFactor,
    double LogisticFactor,
    double Intercept)
{
    /// <summary>Most reasons of a row.</summary>
    public const int MostReasons = 3;

    /// <summary>Scores the rows of a file, in its order.</summary>
    /// <param name="path">A CSV or Parquet file with the columns of the training; label, time and dropped ones do not matter.</param>
    /// <exception cref="ModelException">A column is missing, or holds text in place of numbers.</exception>
    public IReadOnlyList<OwnTableScore> Score(string path)
    {
        using var file = OwnTableFile.Open(path);
        return Score(OwnTableReader.ForScoring(file, Columns));
    }

    internal IReadOnlyList<OwnTableScore> Score(OwnRows rows)
    {
        var scores = new OwnTableScore[rows.Count];
        Parallel.For(0, (rows.Count + 999) / 1000, chunk =>
        {
            var one = new float[Inputs.Count];
            double[] byInput = new double[Inputs.Count], byColumn = new double[Columns.Count];
            for (var row = chunk * 1000; row < Math.Min(rows.Count, (chunk + 1) * 1000); row++)
            {
                OwnInputs.Of(Inputs, rows.Values, row, one);
                var logOdds = LogOdds(one);
                Contributions(one, byInput, byColumn);
                scores[row] = new(PriorLogistic.Logistic(logOdds), Reasons(rows, row, byColumn));
            }
        });
        return scores;
    }

    internal double LogOdds(ReadOnlySpan<float> row)
    {
        double margin = 0;
        foreach (var trees in Bags)
        {
            double sum = 0;
            foreach (var tree in trees)
            {
                sum += tree.Value(row);
            }

            margin += sum;
        }

        return Intercept + (TreeFactor * margin / Bags.Count) + (LogisticFactor == 0 ? 0 : LogisticFactor * Logistic.LogOdds(row));
    }

    /// <summary>What each column adds to the log-odds, against a usual row.</summary>
    internal void Contributions(ReadOnlySpan<float> row, double[] byInput, double[] byColumn)
    {
        Array.Clear(byInput);
        Array.Clear(byColumn);
        foreach (var tree in Bags.SelectMany(trees => trees))
        {
            tree.AddContributions(row, byInput);
        }

        for (var i = 0; i < byInput.Length; i++)
        {
            byInput[i] *= TreeFactor / Bags.Count;
        }

        if (LogisticFactor != 0)
        {
            Logistic.AddContributions(row, LogisticFactor, byInput);
        }

        for (var i = 0; i < byInput.Length; i++)
        {
            byColumn[Inputs[i].Column] += byInput[i];
        }
    }

    private List<string> Reasons(OwnRows rows, int row, double[] byColumn)
    {
        var reasons = new List<string>(MostReasons);
        while (reasons.Count < MostReasons)
        {
            var best = 0;
            for (var column = 1; column < byColumn.Length; column++)
            {
                best = byColumn[column] > byColumn[best] ? column : best;
            }

            if (byColumn[best] <= 0.005)
            {
                break;
            }

            reasons.Add(string.Create(CultureInfo.InvariantCulture, $"{Columns[best].Name}={Columns[best].Word(rows.Values[best][row])} (+{byColumn[best]:0.00})"));
            byColumn[best] = 0;
        }

        return reasons;
    }
}

/// <summary>The score of a row.</summary>
/// <param name="Score">Probability that it is positive, 0–1.</param>
/// <param name="Reasons">The columns that add most to its log-odds, with their values; at most three, the strongest first.</param>
public sealed record OwnTableScore(double Score, IReadOnlyList<string> Reasons);
