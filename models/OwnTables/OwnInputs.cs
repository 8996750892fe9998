namespace ClaimInsights.Models.OwnTables;

/// <summary>One number that trees and logistic see, made of a column.</summary>
/// <param name="Column">Index of the column.</param>
/// <param name="Level">The category that it flags; null: the number itself, or <paramref name="Numbers"/>.</param>
/// <param name="Numbers">A number for each level, the last for another or a missing one: the category as a number; null: not that.</param>
public sealed record OwnInput(int Column, int? Level = null, IReadOnlyList<float>? Numbers = null)
{
    internal float Of(float value) =>
        Numbers is not null ? Numbers[float.IsNaN(value) || value < 0 ? Numbers.Count - 1 : (int)value]
        : Level is null ? value
        : value == Level ? 1
        : 0;
}

/// <summary>
/// Columns as numbers. A number stays as it is, missing is set apart. Each frequent level of a category is a flag (one-hot);
/// the levels in the order of their texts are a number too, for ranges ("1 to 2", "3 to 5") and lists have an order; and a category of more levels is also the log-odds of its level less those of all, shrunken (Micci-Barreca 2001): of a training
/// row by the rows before it alone (ordered target statistics, Prokhorenkova et al. 2018), or its own label would leak into it.
/// </summary>
internal sealed class OwnInputs
{
    /// <summary>So many levels of a category are flags of their own.</summary>
    public const int MostFlags = 40;

    private const int FewestRows = 10;
    private const double PriorRows = 20;

    private readonly float[]?[] training;

    private OwnInputs(IReadOnlyList<OwnInput> inputs, float[]?[] training)
    {
        Inputs = inputs;
        this.training = training;
    }

    /// <summary>The inputs, in order.</summary>
    public IReadOnlyList<OwnInput> Inputs { get; }

    /// <summary>What the rows, by time, teach.</summary>
    public static OwnInputs Fit(OwnRows rows)
    {
        var inputs = new List<OwnInput>();
        var training = new List<float[]?>();
        for (var column = 0; column < rows.Columns.Count; column++)
        {
            if (rows.Columns[column].IsNumber)
            {
                inputs.Add(new(column));
                training.Add(null);
                continue;
            }

            var counts = new int[rows.Columns[column].Levels!.Count];
            foreach (var value in rows.Values[column])
            {
                if (value >= 0)
                {
                    counts[(int)value]++;
                }
            }

            for (var level = 0; level < Math.Min(counts.Length, MostFlags); level++)
            {
                if (counts[level] >= FewestRows)
                {
                    inputs.Add(new(column, level));
                    training.Add(null);
                }
            }

            if (counts.Length > 2)
            {
                inputs.Add(new(column, null, Places(rows.Columns[column].Levels!)));
                training.Add(null);
            }

            if (counts.Length > MostFlags)
            {
                var (rates, before) = Rates(rows, column, counts.Length);
                inputs.Add(new(column, null, rates));
                training.Add(before);
            }
        }

        return new(inputs, [.. training]);
    }

    /// <summary>Whether an input of a training row is what the rows before it teach, and not the row's own cell.</summary>
    public bool IsTaught(int input) => training[input] is not null;

    /// <summary>The inputs of one of the rows that they were fitted on.</summary>
    public void OfTraining(OwnRows rows, int row, Span<float> into)
    {
        for (var i = 0; i < Inputs.Count; i++)
        {
            into[i] = training[i] is { } known ? known[row] : Inputs[i].Of(rows.Values[Inputs[i].Column][row]);
        }
    }

    /// <summary>One input of all the rows that they were fitted on.</summary>
    public float[] OfTraining(OwnRows rows, int input)
    {
        var (one, values) = (Inputs[input], rows.Values[Inputs[input].Column]);
        return training[input] is { } known ? known : one is { Level: null, Numbers: null } ? values : [.. values.Select(one.Of)];
    }

    /// <summary>The inputs of a row.</summary>
    public static void Of(IReadOnlyList<OwnInput> inputs, IReadOnlyList<float[]> values, int row, Span<float> into)
    {
        for (var i = 0; i < into.Length; i++)
        {
            into[i] = inputs[i].Of(values[inputs[i].Column][row]);
        }
    }

    private static float[] Places(IReadOnlyList<string> levels)
    {
        var places = new float[levels.Count + 1];
        foreach (var (level, place) in Enumerable.Range(0, levels.Count).OrderBy(i => levels[i], StringComparer.Ordinal).Select((level, place) => (level, place)))
        {
            places[level] = place;
        }

        places[^1] = -1;
        return places;
    }

    private static (float[] Rates, float[] Before) Rates(OwnRows rows, int column, int levels)
    {
        var values = rows.Values[column];
        double[] positive = new double[levels + 1], all = new double[levels + 1];
        double allPositive = 0.5, allRows = 1;
        var before = new float[rows.Count];
        float LogOdds(int level)
        {
            var mean = allPositive / allRows;
            var share = (positive[level] + (PriorRows * mean)) / (all[level] + PriorRows);
            return (float)Math.Log(share / (1 - share));
        }

        for (var row = 0; row < rows.Count; row++)
        {
            var level = float.IsNaN(values[row]) || values[row] < 0 ? levels : (int)values[row];
            before[row] = LogOdds(level) - (float)Math.Log(allPositive / (allRows - allPositive));
            all[level] += rows.Weights[row];
            allRows += rows.Weights[row];
            positive[level] += rows.Labels[row] ? rows.Weights[row] : 0;
            allPositive += rows.Labels[row] ? rows.Weights[row] : 0;
        }

        var rates = Enumerable.Range(0, levels + 1).Select(level => LogOdds(level) - (float)Math.Log(allPositive / (allRows - allPositive))).ToArray();
        return (rates, before);
    }
}
