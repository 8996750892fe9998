namespace ClaimInsights.Analysis;

/// <summary>
/// The terms of a text, each once: Latin words of at least three letters in lower case, without the commonest; of Chinese, which
/// writes no blanks, every run of two to four characters, without a dictionary.
/// </summary>
internal static class NarrativeTerms
{
    private const int ShortestWord = 3;
    private const int LongestWord = 24;
    internal const int LongestGram = 4;

    private static readonly HashSet<string> Common = new(
        ("the and was that with for this not have had has are from were when but they you all out she her his him its been would will could did does " +
        "which there their than then also into what who how our your can may about after before while because just only very more most any other over " +
        "again off one two three being get got going now said told says stated dealer dealership vehicle car hyundai contact owner consumer").Split(' '),
        StringComparer.Ordinal);

    private static readonly HashSet<string>.AlternateLookup<ReadOnlySpan<char>> CommonSpans = Common.GetAlternateLookup<ReadOnlySpan<char>>();

    public static IReadOnlySet<string> Of(string text)
    {
        var terms = new HashSet<string>(StringComparer.Ordinal);
        var spans = terms.GetAlternateLookup<ReadOnlySpan<char>>();
        Visit(text, term => spans.Add(term));
        return terms;
    }

    /// <summary>Every term in the order of the text, as often as it is there.</summary>
    public static void Visit(string text, Action<ReadOnlySpan<char>> visit)
    {
        Span<char> word = stackalloc char[LongestWord];
        for (var at = 0; at < text.Length;)
        {
            var from = at;
            if (IsHan(text[at]))
            {
                for (; at < text.Length && IsHan(text[at]); at++)
                {
                    for (var length = LongestGram; length >= 2; length--)
                    {
                        if (at + 1 - length >= from)
                        {
                            visit(text.AsSpan(at + 1 - length, length));
                        }
                    }
                }
            }
            else if (char.IsAsciiLetter(text[at]))
            {
                for (; at < text.Length && char.IsAsciiLetter(text[at]); at++)
                {
                    if (at - from < LongestWord)
                    {
                        word[at - from] = char.ToLowerInvariant(text[at]);
                    }
                }

                if (at - from is >= ShortestWord and <= LongestWord && word[..(at - from)] is var own && !CommonSpans.Contains(own))
                {
                    visit(own);
                }
            }
            else
            {
                at++;
            }
        }
    }

    private static bool IsHan(char letter) => letter is >= '\u4e00' and <= '\u9fff';
}
