using System.Text.RegularExpressions;
using ClaimInsights.Reports;

namespace ClaimInsights.Tests.Reports;

/// <summary>The texts of both languages.</summary>
public class WordsTests
{
    private static readonly Dictionary<string, string> English = Words.Read(Language.English);
    private static readonly Dictionary<string, string> Chinese = Words.Read(Language.Chinese);

    /// <summary>Kinds of codes that are looked up by the code itself.</summary>
    private static readonly string[] Codes = ["reason", "safety", "state", "standing", "ranking", "stage", "stage_title", "fate", "page", "nav", "card", "not_known", "guarantee", "queue", "verdict", "appraisal", "use", "appeal", "decision", "dimension", "rejection_kind", "fact", "direction", "unit_kind", "finding", "selection", "drift_kind", "drift_state", "second_look", "review_finding", "shape", "stretch"];

    [Fact]
    public void both_languages_have_every_key() => Assert.Equal(English.Keys.Order(StringComparer.Ordinal), Chinese.Keys.Order(StringComparer.Ordinal));

    [Fact]
    public void both_languages_fill_the_same_places()
    {
        static IEnumerable<string> Places(string text) => Regex.Matches(text, @"\{\d\}").Select(match => match.Value).Distinct().Order(StringComparer.Ordinal);

        Assert.All(English, one => Assert.True(Places(one.Value).SequenceEqual(Places(Chinese[one.Key])), one.Key));
    }

    [Fact]
    public void every_text_that_the_code_names_exists_and_every_text_is_named()
    {
        var code = string.Concat(Directory.EnumerateFiles(Path.Combine(Repository.Root, "reports"), "*.cs", SearchOption.AllDirectories)
            .Where(file => !file.Contains($"{Path.DirectorySeparatorChar}obj{Path.DirectorySeparatorChar}", StringComparison.Ordinal)).Select(File.ReadAllText));
        var named = Regex.Matches(code, "\"([a-z_]+\\.[a-z_]+|unit)\"").Select(match => match.Groups[1].Value).Where(key => !key.EndsWith(".html", StringComparison.Ordinal) && !key.EndsWith(".css", StringComparison.Ordinal)).ToHashSet();

        Assert.Equal([], named.Except(English.Keys));
        var unnamed = English.Keys.Select(key => key.EndsWith(".share", StringComparison.Ordinal) ? key[..^6] : key)
            .Where(key => !named.Contains(key) && !Codes.Contains(key.Split('.')[0])).ToList();
        Assert.Equal([], unnamed);
    }

    [Fact]
    public void every_code_of_the_contract_has_words()
    {
        var rejectionReasons = ClaimInsights.Ingest.Tables.Claims.Find("rejection_reason")!.Codes!;

        Assert.All(rejectionReasons, code => Assert.Contains($"reason.{code}", English.Keys));
    }

    [Fact]
    public void a_chinese_text_has_no_english_sentence_and_an_english_one_no_chinese()
    {
        Assert.All(English, one => Assert.DoesNotMatch("[\u2e80-\u9fff]", one.Value));
        Assert.All(Chinese, one => Assert.DoesNotMatch("[A-Za-z]{4,} [A-Za-z]{4,} [A-Za-z]{4,}", one.Value));
    }
}
