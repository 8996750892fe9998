namespace ClaimInsights.Analysis;

/// <summary>Texts of a query's rows, each held once: a million rows name few dealers and parts.</summary>
internal sealed class TextPool
{
    /// <summary>So many different ones are held; those of a column of ids come once each, and holding them is no use.</summary>
    private const int Most = 20_000;

    private readonly HashSet<string> texts = new(StringComparer.Ordinal);

    /// <summary>An equal text that was met before, else this one.</summary>
    public string Same(string text)
    {
        if (texts.TryGetValue(text, out var same))
        {
            return same;
        }

        if (texts.Count < Most)
        {
            texts.Add(text);
        }

        return text;
    }
}
