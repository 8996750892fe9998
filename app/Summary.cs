using System.Globalization;
using ClaimInsights.Analysis;
using ClaimInsights.Models;
using ClaimInsights.Reports;

namespace ClaimInsights.App;

/// <summary>What a run found, in one line for each of the three users, in the report's language.</summary>
internal sealed class Summary(Language language, string currency, double alpha)
{
    private bool IsChinese => language == Language.Chinese;

    public string ForQuality(DefectFindings findings)
    {
        var (found, charts) = (findings.Clusters.Count(cluster => cluster.StandsOut(alpha)), findings.LookedAt);
        var head = IsChinese
    ? Text($"质量工程师：{charts} 张图中有 {found} 个缺陷聚集")
    : Text($"Quality engineer: {found} defect clusters among {charts} charts");
        if (findings.Clusters.FirstOrDefault(cluster => cluster.StandsOut(alpha)) is not { } surest)
        {
            return head + (IsChinese ? "。" : ".");
        }

        var isShare = surest.Basis == "share";
        var window = (surest.BuiltFrom, surest.BuiltTo) switch
        {
            (null, null) => "",
            ({ } from, null) => IsChinese ? Text($"自 {from:yyyy-MM-dd} 起生产") : Text($"built from {from:yyyy-MM-dd}"),
            (null, { } to) => IsChinese ? Text($"生产至 {to:yyyy-MM-dd}") : Text($"built up to {to:yyyy-MM-dd}"),
            ({ } from, { } to) => IsChinese ? Text($"生产于 {from:yyyy-MM-dd} 至 {to:yyyy-MM-dd}") : Text($"built {from:yyyy-MM-dd} to {to:yyyy-MM-dd}"),
        };
        var built = string.Join(IsChinese ? "，" : ", ", new[] { surest.Rule, window }.Where(text => text.Length > 0));
        built = built.Length > 0 ? built : IsChinese ? "所有车辆" : "all vehicles";
        return head + (IsChinese
            ? Text($"；最确定的：{surest.CausalPart} {surest.FailureMode}，{built}，索赔 {surest.Claims} 件，预期 {surest.Expected:0.0} 件{(isShare ? "（索赔占比）" : "")}。")
            : Text($"; the surest: {surest.CausalPart} {surest.FailureMode}, {built}: {surest.Claims} claims where {surest.Expected:0.0} are expected{(isShare ? " (share of claims)" : "")}."));
    }

    public string ForReviewers(ScoreResult scored, ModelCard card)
    {
        var head = IsChinese
            ? Text($"审核员：{scored.Scored} 件索赔中先复核 {scored.Queued} 件，预期追回 {scored.ExpectedRecovery:N0} {currency}")
            : Text($"Reviewer: {scored.Queued} of {scored.Scored} claims need review first, expected recovery {scored.ExpectedRecovery:N0} {currency}");
        if (scored.Scored == 0)
        {
            return IsChinese ? "审核员：没有归为制造缺陷的已赔付索赔，无可评分。" : "Reviewer: no paid claim is coded manufacturing, so none is scored.";
        }

        if (!card.Calibrated)
        {
            return head + (IsChinese ? "；按书面规则排序，未经校准。" : "; ranked by the written rules, uncalibrated.");
        }

        double Of(string ranking) => card.Figures.First(one => one.Ranking == ranking).AveragePrecision;
        return head + (IsChinese
            ? Text($"；在之后的判定上，平均精确率：模型 {Of("model"):0.00}，规则 {Of("rules"):0.00}，随机 {Of("random"):0.00}。")
            : Text($"; average precision on later verdicts: model {Of("model"):0.00}, rules {Of("rules"):0.00}, random {Of("random"):0.00}."));
    }

    public string ForManagement(IReadOnlyList<VerdictMonth> months, IReadOnlyList<RejectionCause> causes, IReadOnlyList<StageTime> stages)
    {
        if (months.Count == 0)
        {
            return IsChinese ? "管理层：没有已决定的索赔。" : "Management: no decided claims.";
        }

        var year = months.OrderByDescending(month => month.Month).Take(12).ToList();
        var (rejected, decided) = (year.Sum(one => one.Rejected), year.Sum(one => one.Paid + one.PartlyPaid + one.Goodwill + one.Rejected));
        var share = decided == 0 ? 0 : 100.0 * rejected / decided;
        var periods = year.Select(one => one.Month.ToString("yyyy-MM", CultureInfo.InvariantCulture)).ToHashSet();
        var cause = causes.Where(one => periods.Contains(one.Period)).GroupBy(one => one.Reason)
            .OrderByDescending(one => one.Sum(row => row.RejectedClaims)).ThenBy(one => one.Key, StringComparer.Ordinal).FirstOrDefault()?.Key;
        var total = stages.Where(one => one.Stage == "total").MaxBy(one => one.Month);
        return (IsChinese
                ? Text($"管理层：近 {year.Count} 个月 {decided} 件中拒赔 {share:0.0} %")
                : Text($"Management: {share:0.0} % of {decided} claims decided in {year.Count} months were rejected"))
            + (cause is null ? "" : IsChinese ? $"，最常见原因：{CodeWords.Reason(language, cause)}" : $", most often for {CodeWords.Reason(language, cause)}")
            + (total is null ? "" : IsChinese ? Text($"；从报案到结案中位数 {total.MedianDays:0} 天") : Text($"; from report to closing the median is {total.MedianDays:0} days"))
            + (IsChinese ? "。" : ".");
    }

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
