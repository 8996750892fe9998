namespace ClaimInsights.Tests.Simulator;

/// <summary>What a text alone tells when words are learned from the truth itself: naive Bayes over words and Chinese pairs of characters, out of fold.</summary>
internal static class WordScore
{
    public static double[] Of(OwnerDamageTable table, string text)
    {
        string[][] words = [.. table.Rows.Select(row => Words(row[text]).Distinct().ToArray())];
        int[] folds = [.. table.Rows.Select(row => OwnerDamageTable.Fold(row["vin"]))];
        var scores = new double[words.Length];
        for (var fold = 0; fold < 5; fold++)
        {
            var odds = Odds(table, words, folds, fold);
            for (var place = 0; place < words.Length; place++)
            {
                if (folds[place] == fold)
                {
                    scores[place] = words[place].Sum(word => odds.GetValueOrDefault(word));
                }
            }
        }

        return scores;
    }

    private static Dictionary<string, double> Odds(OwnerDamageTable table, string[][] words, int[] folds, int left)
    {
        var counts = new Dictionary<string, (double Caused, double All)>();
        double caused = 0, all = 0;
        for (var place = 0; place < words.Length; place++)
        {
            if (folds[place] == left)
            {
                continue;
            }

            all++;
            caused += table.Caused[place] ? 1 : 0;
            foreach (var word in words[place])
            {
                var count = counts.GetValueOrDefault(word);
                counts[word] = (count.Caused + (table.Caused[place] ? 1 : 0), count.All + 1);
            }
        }

        var share = caused / all;
        return counts.ToDictionary(count => count.Key, count => Math.Log((count.Value.Caused + (8 * share)) / (count.Value.All + 8) / share));
    }

    private static IEnumerable<string> Words(string text)
    {
        for (var place = 0; place + 1 < text.Length; place++)
        {
            if (text[place] > 0x2E80)
            {
                yield return text.Substring(place, 2);
            }
        }

        foreach (var word in text.ToLowerInvariant().Split([' ', '.', ',', ';', '。', '，', '；']))
        {
            if (word.Length > 1 && word[0] < 0x2E80)
            {
                yield return word;
            }
        }
    }
}
