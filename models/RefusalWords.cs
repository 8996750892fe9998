namespace ClaimInsights.Models;

/// <summary>
/// Refused as the owner's, or paid as a defect? A logistic regression on the hashed character pairs, triples and quadruples of
/// the texts, learned claim by claim in the order of the decisions (steps of AdaGrad: Duchi, Hazan &amp; Singer 2011), so that
/// whatever it says of a claim rests on earlier decisions alone. One learner per fifth of the vehicles learns from the other
/// four: none has read another claim of the same vehicle.
/// </summary>
internal sealed class RefusalWords
{
    /// <summary>Vehicles are dealt into so many groups.</summary>
    public const int Folds = 5;

    private const int Buckets = 1 << 16, MostGrams = 6000;
    private const uint Basis = 2166136261;
    private const float Step = 0.05f, Shrink = 1e-6f;

    private readonly float[][] weights = Make(), squares = Make();
    private readonly bool[] seen = new bool[Buckets];
    private readonly int[] found = new int[MostGrams];
    private long refused, paid, payments;

    /// <summary>The group of a vehicle, else of a claim.</summary>
    public static int Fold(string name) => (int)(Hash(name) % Folds);

    /// <summary>Hashed grams of the texts, each once.</summary>
    public int[] Grams(params ReadOnlySpan<string?> texts)
    {
        var count = 0;
        foreach (var text in texts)
        {
            count = Add(text, count);
        }

        foreach (var gram in found.AsSpan(0, count))
        {
            seen[gram] = false;
        }

        return found[..count];
    }

    private int Add(string? text, int count)
    {
        if (string.IsNullOrEmpty(text))
        {
            return count;
        }

        for (var i = -1; i < text.Length && count < found.Length - 3; i++)
        {
            var hash = Mixed(Basis, Letter(text, i));
            for (var end = i + 1; end < i + 4 && end <= text.Length; end++)
            {
                hash = Mixed(hash, Letter(text, end));
                var gram = (int)((hash ^ (hash >> 15)) % Buckets);
                if (!seen[gram])
                {
                    seen[gram] = true;
                    found[count++] = gram;
                }
            }
        }

        return count;
    }

    /// <summary>A letter in lower case; a blank before and after the text; one digit for all, for numbers belong to the claim itself.</summary>
    private static char Letter(string text, int at) =>
        at < 0 || at >= text.Length ? ' ' : char.IsDigit(text[at]) ? '0' : char.ToLowerInvariant(text[at]);

    /// <summary>Log-ratio of refusal by the words, about 0 for words that say nothing.</summary>
    public double Of(int[] grams, int fold)
    {
        double sum = 0;
        foreach (var gram in grams)
        {
            sum += weights[fold][gram];
        }

        return sum / Math.Sqrt(grams.Length + 1);
    }

    /// <summary>Learns the outcome of a judged claim in every group but its own.</summary>
    public void Learn(int[] grams, int fold, bool isRefused)
    {
        // Payments are many: every third teaches as much as all.
        if (!isRefused && payments++ % 3 != 0)
        {
            return;
        }

        refused += isRefused ? 1 : 0;
        paid += isRefused ? 0 : 1;
        var scale = 1 / Math.Sqrt(grams.Length + 1);
        // Refusals are few: the level stands for their share, so that words need not.
        var level = Math.Log((refused + 1.0) / (paid + 10.0));
        for (var learner = 0; learner < Folds; learner++)
        {
            if (learner == fold)
            {
                continue;
            }

            var residual = PriorLogistic.Logistic(Of(grams, learner) + level) - (isRefused ? 1 : 0);
            var slope = (float)(residual * scale);
            var (weight, square) = (weights[learner], squares[learner]);
            foreach (var gram in grams)
            {
                square[gram] += slope * slope;
                weight[gram] -= Step * (slope / MathF.Sqrt(square[gram] + 1e-4f)) + (Shrink * weight[gram]);
            }
        }
    }

    private static float[][] Make() => [.. Enumerable.Range(0, Folds).Select(_ => new float[Buckets])];

    private static uint Hash(string name)
    {
        var hash = Basis;
        foreach (var letter in name)
        {
            hash = Mixed(hash, letter);
        }

        return hash ^ (hash >> 13);
    }

    /// <summary>FNV-1a.</summary>
    private static uint Mixed(uint hash, char letter) => (hash ^ letter) * 16777619u;
}
