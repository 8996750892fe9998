using System.Globalization;

namespace ClaimInsights.Reports;

/// <summary>
/// The texts of a report in its language, from <c>words.en.txt</c> and <c>words.zh.txt</c>: one <c>key = text</c> a line. A key ending in
/// <c>.share</c> takes the plain key's place in a store without vehicles.
/// </summary>
internal sealed class Words
{
    private readonly Dictionary<string, string> texts;
    private readonly bool isShare;

    public Words(Language language, bool isShare)
    {
        Language = language;
        this.isShare = isShare;
        texts = Read(language);
    }

    public Language Language { get; }

    /// <summary>What a table has in both languages, in this one.</summary>
    public T Either<T>(T english, T chinese) => Language == Language.English ? english : chinese;

    /// <summary>The text of a key.</summary>
    public string this[string key] =>
        isShare && texts.TryGetValue(key + ".share", out var share) ? share
        : texts.TryGetValue(key, out var text) ? text
        : throw new InvalidOperationException($"words of {Language}: no text for '{key}'");

    /// <summary>The text of a key with its places filled.</summary>
    public string Say(string key, params ReadOnlySpan<string> values) => string.Format(CultureInfo.InvariantCulture, this[key], values.ToArray());

    /// <summary>Texts one after the other, as the language lists them; empty: there are none.</summary>
    public string List(IEnumerable<string> texts) => texts.Aggregate("", (list, one) => list.Length == 0 ? one : Say("list.pair", list, one));

    /// <summary>The text of a key with a unit behind it, where there is one.</summary>
    public string InUnit(string key, string unit) => unit.Length == 0 ? this[key] : Say("unit", this[key], unit);

    /// <summary>Words for a code of the contract; the code itself where it has none.</summary>
    public string Code(string kind, string code) => texts.GetValueOrDefault($"{kind}.{code}", code);

    /// <summary>A day in words.</summary>
    public string LongDay(DateOnly day) => Write(day, "d MMMM yyyy", "yyyy年M月d日");

    /// <summary>A month with its year.</summary>
    public string Month(DateOnly month) => Write(month, "MMMM yyyy", "yyyy年M月");

    /// <summary>A month without its year, short.</summary>
    public string MonthAlone(DateOnly month) => Write(month, "MMM", "M月");

    /// <summary>A year.</summary>
    public string Year(DateOnly month) => Write(month, "yyyy", "yyyy年");

    /// <summary>All texts of a language, by key.</summary>
    public static Dictionary<string, string> Read(Language language)
    {
        var texts = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var line in Resource.Lines(language == Language.English ? "words.en.txt" : "words.zh.txt"))
        {
            if (line.Length == 0 || line[0] == '#')
            {
                continue;
            }

            var split = line.IndexOf(" = ", StringComparison.Ordinal);
            texts.Add(line[..split], line[(split + 3)..]);
        }

        return texts;
    }

    private string Write(DateOnly day, string english, string chinese) =>
        day.ToString(Either(english, chinese), CultureInfo.InvariantCulture);
}
