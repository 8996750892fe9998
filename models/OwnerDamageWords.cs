using System.Text.RegularExpressions;

namespace ClaimInsights.Models;

/// <summary>
/// Words of owner-caused damage in Chinese and English, by cause. A word that its clause denies does not count:
/// "no water found", "未见进水", "impact ruled out", "排除碰撞".
/// </summary>
public static partial class OwnerDamageWords
{
    private const RegexOptions Options = RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture;

    private static readonly Dictionary<DamageCause, Regex> Vocabulary = new()
    {
        [DamageCause.Water] = new(@"\b(flood\w*|submer\w+|waterlog\w*|water(?! (pump|hose|valve|temperature|jacket))|silt|wading|waded)\b|进水|泡水|涉水|水淹|水浸|水渍|积水|淹|泥沙", Options),
        [DamageCause.Impact] = new(@"\b(impact\w*|collision|collided|crash\w*|accident\w*|hit|struck|scrap(e|es|ed|ing)|dent\w*|kerb\w*|curb\w*|pothole\w*|bent|deform\w*|stone\w*|debris)\b|撞|磕碰|剐蹭|刮底|托底|事故|变形|凹陷|路沿|路肩|坑洼|石子|石块|飞石|外力", Options),
        [DamageCause.Modification] = new(@"\b(aftermarket|modif\w+|retrofit\w*|remap\w*|tuning|tuned|non[- ]?(original|genuine|oem))\b|改装|加装|非原厂|副厂|私接|私自|刷写程序", Options),
        [DamageCause.Fluid] = new(@"\b(wrong|incorrect|unsuitable|non[- ]?approved|contaminated|adulterated|dirty) (\w+ )?(oil|fluid|fuel|coolant|petrol|diesel)\b|\bmisfuel\w*|加错|错加|劣质(燃油|汽油|柴油|机油|油)|油品(不良|不合格|问题)|混油|混加|油液(不符|错误)", Options),
        [DamageCause.Neglect] = new(@"\b(overdue|neglect\w*|sludge|(no|missed|skipped|late) (\w+ )?(services?|maintenance)|never serviced|not serviced|unserviced|(low|old|burnt) oil|overload\w*)\b|未(按时|按期|及时)?(保养|维护)|逾期(保养|未保)|超期保养|漏保|油泥|缺油|机油(不足|过少|变质|发黑)|超载", Options),
    };

    /// <summary>Causes that the text speaks of and does not deny; none for an empty text.</summary>
    public static DamageCause In(string? text)
    {
        var found = DamageCause.None;
        if (string.IsNullOrEmpty(text))
        {
            return found;
        }

        foreach (var clause in ClauseEnd().Split(text))
        {
            var denial = Denial().Match(clause);
            var isDeniedWhole = DenialAfter().IsMatch(clause);
            foreach (var (cause, words) in Vocabulary)
            {
                if (!found.HasFlag(cause) && words.Matches(clause).Any(word => !isDeniedWhole && !IsDenied(word, denial)))
                {
                    found |= cause;
                }
            }
        }

        return found;
    }

    /// <summary>A denial stands before the word; one that is the word's own beginning ("未保养", "no service") denies nothing.</summary>
    private static bool IsDenied(Match word, Match denial)
    {
        for (var one = denial; one.Success; one = one.NextMatch())
        {
            if (one.Index + one.Length <= word.Index)
            {
                return true;
            }
        }

        return false;
    }

    [GeneratedRegex(@"[.;!?。；！？\n]|\b(but|however|although)\b|但是?|然而|,(?!\s*((or|nor|and)\b|(\w+\s+){0,2}\w+\s*(,|\b(or|nor)\b)))|，", Options)]
    private static partial Regex ClauseEnd();

    [GeneratedRegex(@"\b(no|not|non|without|never|neither|nor|none|free (of|from)|exclud\w+|rules? out|ruled out|absence of|nothing|isn't|wasn't|didn't)\b|未(?!(按时|按期|及时)?(保养|维护))|没有?|(?<!有)无|非(?!原厂)|排除|不是|并非|不存在|否认", Options)]
    private static partial Regex Denial();

    [GeneratedRegex(@"\b((was|were|is|are|been|be)? ?(ruled out|excluded|not (found|seen|visible|present|detected|evident)|absent|denied))\b|(已|均|可以?|予以)排除|未(发现|见)$|不存在$", Options)]
    private static partial Regex DenialAfter();
}
