namespace ClaimInsights.Analysis;

/// <summary>Texts of one column of a query, each held once: a million rows name few dealers and parts.</summary>
internal sealed class TextPool
{
    /// <summary>A column of so many different ones is one of ids or of what people wrote: they come once each, and looking for them is no use.</summary>
    private const int Most = 20_000;

    private HashSet<string>? texts = new(StringComparer.Ordinal);

    /// <summary>An equal text that was met before, else this one.</summary>
    public string Same(string text)
    {
        if (texts is null)
        {
            return text;
        }

        if (texts.TryGetValue(text, out var same))
        {
            return same;
        }

        texts.Add(text);
        texts = texts.Count < Most ? texts : null;
        return text;
    }
}
