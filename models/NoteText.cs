using System.Globalization;

namespace ClaimInsights.Models;

/// <summary>The notes of a model card in words, English and Chinese. A note is stored as <c>code|number|number</c>.</summary>
public static class NoteText
{
    private static readonly Dictionary<string, (string English, string Chinese)> Sentences = new(StringComparer.Ordinal)
    {
        ["uncalibrated"] = ("The score ranks; it is no probability.", "评分仅用于排序，不是概率。"),
        ["too_few_verdicts"] = (
            "Too few verdicts to train on: {0:0} known, {1:0} of them owner-caused. The written rules rank alone.",
            "可用于训练的判定太少：共 {0:0} 条，其中用户原因 {1:0} 条。仅按书面规则排序。"),
        ["share_found"] = (
            "Weighted by their chance of selection, reviews find {0:P1} of the claims owner-caused; the level of the score is set to that.",
            "按入选概率加权，复核认定用户原因的索赔占 {0:P1}；评分水平据此设定。"),
        ["one_reviewer"] = (
            "All {0:0} verdicts are one reviewer's: errors of that reviewer cannot be told from what is so. It is put to use only by train --promote always; better have a second person review a part.",
            "全部 {0:0} 条判定出自同一复核人：无法区分其误判与事实。仅在 train --promote always 时启用；最好由第二人复核一部分。"),
        ["one_dealer"] = (
            "All {0:0} verdicts are on one dealer's claims: what holds there may not hold elsewhere. It is put to use only by train --promote always; better review claims of other dealers too.",
            "全部 {0:0} 条判定均针对同一经销商的索赔：未必适用于其他经销商。仅在 train --promote always 时启用；最好也复核其他经销商的索赔。"),
        ["tree_weight"] = (
            "The boosted trees count with weight {0:0.00} beside the rules; verdicts that they were not taught set it.",
            "提升树与规则并用，权重 {0:0.00}；由未参与其训练的判定确定。"),
    };

    /// <summary>Every code that has a sentence.</summary>
    public static IEnumerable<string> Codes => Sentences.Keys;

    /// <summary>The note in English.</summary>
    /// <exception cref="ModelException">Its code is not known to this version.</exception>
    public static string English(string note) => Worded(note, sentence => sentence.English);

    /// <summary>The note in Chinese.</summary>
    /// <exception cref="ModelException">Its code is not known to this version.</exception>
    public static string Chinese(string note) => Worded(note, sentence => sentence.Chinese);

    private static string Worded(string note, Func<(string English, string Chinese), string> language)
    {
        ArgumentNullException.ThrowIfNull(note);
        var parts = note.Split('|');
        if (!Sentences.TryGetValue(parts[0], out var sentence))
        {
            throw new ModelException($"model card: the note '{note}' is not known to this version; train again: claiminsights train");
        }

        object[] numbers = [.. parts[1..].Select(number => (object)double.Parse(number, CultureInfo.InvariantCulture))];
        return string.Format(CultureInfo.InvariantCulture, language(sentence), numbers);
    }
}
