using System.Text.RegularExpressions;

namespace ClaimInsights.Models;

/// <summary>
/// Words of owner-caused damage in Chinese and English, by cause. A word that its clause denies does not count:
/// "no water found", "未见进水", "impact ruled out", "排除碰撞".
/// </summary>
public static partial class OwnerDamageWords
{
    private const RegexOptions Options = RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture;

    private static readonly (DamageCause Cause, Regex Words)[] Vocabulary =
    [
        (DamageCause.Water, Water()), (DamageCause.Impact, Impact()), (DamageCause.Modification, Modification()),
        (DamageCause.Fluid, Fluid()), (DamageCause.Neglect, Neglect()),
        (DamageCause.WaterTrace, WaterTrace()), (DamageCause.ImpactTrace, ImpactTrace()), (DamageCause.FluidTrace, FluidTrace()),
        (DamageCause.OdometerTrace, OdometerTrace()),
    ];

    /// <summary>Causes that the text speaks of and does not deny; none for an empty text.</summary>
    public static DamageCause In(string? text)
    {
        var found = DamageCause.None;
        if (string.IsNullOrEmpty(text))
        {
            return found;
        }

        foreach (var (cause, words) in Vocabulary)
        {
            if (words.IsMatch(text) && ClauseEnd().Split(text).Any(clause => IsAsserted(words, clause)))
            {
                found |= cause;
            }
        }

        return found;
    }

    /// <summary>The text denies a cause of owner's damage, or says that what would tell of one is in order.</summary>
    public static bool Clears(string? text) => !string.IsNullOrEmpty(text) && ClauseEnd().Split(text).Any(clause =>
        (InOrder().IsMatch(clause) && !Denial().IsMatch(clause))
        || Vocabulary.Any(one => one.Words.IsMatch(clause) && !IsAsserted(one.Words, clause)));

    private static bool IsAsserted(Regex words, string clause) =>
        !DenialAfter().IsMatch(clause) && words.Matches(clause).Any(word => !IsDenied(word, Denial().Match(clause)));

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

    [GeneratedRegex(@"\b(no|not|non|without|never|neither|nor|none|free (of|from)|exclud\w+|rules? out|ruled out|absence of|nothing|isn't|wasn't|didn't)\b|未(?!(按时|按期|及时)?(保养|维护|更换机油))|没有?|(?<!有)无|非(?!原厂)|排除|不是|并非|不存在|否认", Options)]
    private static partial Regex Denial();

    [GeneratedRegex(@"\b((was|were|is|are|been|be)? ?(ruled out|excluded|not (found|seen|visible|present|detected|evident)|absent|denied))\b|(已|均|可以?|予以)排除|未(发现|见)$|不存在$", Options)]
    private static partial Regex DenialAfter();

    [GeneratedRegex(@"\b(flood\w*|submer\w+|waterlog\w*|(?<!(little|some) )(deep )?water(?! (pump|hose|valve|temperature|jacket))|silt|mud|wading|waded|emulsi\w+)\b|进水|泡水|涉水|水淹|水浸|水渍|水线|水迹|积水|深水|淹|泥沙|乳化", Options)]
    private static partial Regex Water();

    [GeneratedRegex(@"\b(impact\w*|collision|collided|crash\w*|accident\w*|hit|struck|scrap(e|es|ed|ing)|dent\w*|kerb\w*|curb\w*|pothole\w*|bent|deform\w*|(?<!loose )stone\w*|debris)\b|撞|磕碰|剐蹭|刮底|托底|事故|变形|弯曲|凹陷|凹坑|路沿|路肩|坑洼|石子|石块|飞石|外力", Options)]
    private static partial Regex Impact();

    [GeneratedRegex(@"\b(aftermarket|modif\w+|retrofit\w*|remap\w*|tuning|tuned|(non[- ]?|not )(original|genuine|oem)|(added|spliced) wir\w+)\b|改装|加装|非原厂|副厂|私接|破线|私自|刷(过|写)?程序", Options)]
    private static partial Regex Modification();

    [GeneratedRegex(@"\b((wrong|incorrect|unsuitable|non[- ]?approved|contaminated|adulterated|dirty) (\w+ )?(oil|fluid|fuel|coolant|petrol|diesel)|misfuel\w*|mixed with another)\b|加错|错加|劣质(燃油|汽油|柴油|机油|油)|油品(不良|不合格|问题)|混油|混加|油液(不符|错误)", Options)]
    private static partial Regex Fluid();

    [GeneratedRegex(@"\b(overdue|neglect\w*|sludge|(no|missed|skipped|late) (\w+ )?(services?|maintenance)|(service|oil change) (missed|skipped)|never serviced|not serviced|unserviced|(low|old|burnt) oil|overload\w*)\b|未(按时|按期|及时)?(保养|维护|更换机油)|保养逾期|逾期(保养|未保)|超期保养|漏保|油泥|缺油|机油(不足|过少|变质|发黑)|超载", Options)]
    private static partial Regex Neglect();

    [GeneratedRegex(@"\b(little water|some water|moisture)\b|少量水|潮气", Options)]
    private static partial Regex WaterTrace();

    [GeneratedRegex(@"\b(scratch\w*|contact marks?|gravel|loose stones)\b|接触痕迹|划痕|擦痕|碎石", Options)]
    private static partial Regex ImpactTrace();

    [GeneratedRegex(@"\b(topped up)\b|自行(补加|添加|加注)|自己(补加|添加|加注)", Options)]
    private static partial Regex FluidTrace();

    [GeneratedRegex(@"\b((mileage|odometer) (doubtful|implausible|differs|does not match))\b|(里程|磨损)与\w*不符", Options)]
    private static partial Regex OdometerTrace();

    [GeneratedRegex(@"\b((service )?records? (is )?complete|services? (done )?(on time|up to date)|fluids? (as specified|checked|in order)|(mileage|odometer) (is )?(plausible|agrees)|original condition)\b|保养记录(完整|齐全)|按(时|期)保养|保养(按时|按期|正常)|里程(合理|正常|与\w*一致)|油液?(符合|正常)|原厂状态", Options)]
    private static partial Regex InOrder();
}
