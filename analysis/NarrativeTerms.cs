using System.Text;

namespace ClaimInsights.Analysis;

/// <summary>
/// The terms of a text, each once: Latin words of at least three letters in lower case, without the commonest; of Chinese, which
/// writes no blanks, every run of two to four characters, without a dictionary.
/// </summary>
internal static class NarrativeTerms
{
    private const int ShortestWord = 3;
    private const int LongestWord = 24;
    private const int LongestGram = 4;

    private static readonly HashSet<string> Common = new(
        ("the and was that with for this not have had has are from were when but they you all out she her his him its been would will could did does " +
        "which there their than then also into what who how our your can may about after before while because just only very more most any other over " +
        "again off one two three being get got going now said told says stated dealer dealership vehicle car hyundai contact owner consumer").Split(' '),
        StringComparer.Ordinal);

    public static IReadOnlySet<string> Of(string text)
    {
        var terms = new HashSet<string>(StringComparer.Ordinal);
        var (word, characters) = (new StringBuilder(), new StringBuilder());
        foreach (var letter in text.Append(' '))
        {
            if (IsHan(letter))
            {
                characters.Append(letter);
            }
            else
            {
                AddGrams(characters, terms);
            }

            if (char.IsAsciiLetter(letter))
            {
                word.Append(char.ToLowerInvariant(letter));
            }
            else
            {
                AddWord(word, terms);
            }
        }

        return terms;
    }

    private static void AddWord(StringBuilder word, HashSet<string> terms)
    {
        if (word.Length is >= ShortestWord and <= LongestWord && word.ToString() is var text && !Common.Contains(text))
        {
            terms.Add(text);
        }

        word.Clear();
    }

    private static void AddGrams(StringBuilder characters, HashSet<string> terms)
    {
        var run = characters.ToString();
        for (var start = 0; start < run.Length; start++)
        {
            for (var length = 2; length <= LongestGram && start + length <= run.Length; length++)
            {
                terms.Add(run.Substring(start, length));
            }
        }

        characters.Clear();
    }

    private static bool IsHan(char letter) => letter is >= '\u4e00' and <= '\u9fff';
}
