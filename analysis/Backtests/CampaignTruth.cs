namespace ClaimInsights.Analysis.Backtests;

/// <summary>
/// Campaigns with the keys that they cover and the day on which they were announced. One is findable with at least twelve claims
/// on its keys in the year before, and caught by an alert on one of its keys at most 18 months (548 days) before that day. An
/// alert is confirmed by a campaign of its key within 18 months; one that is not, and whose 18 months run beyond the last claim, is
/// not judged.
/// </summary>
internal sealed class CampaignTruth : Truth
{
    private const int HorizonDays = 548;
    private const int YearDays = 365;
    private const int FewestClaims = 12;

    private readonly IReadOnlyList<(DateOnly Day, HashSet<string> Keys)> campaigns;

    private CampaignTruth(IReadOnlyList<(DateOnly Day, HashSet<string> Keys)> campaigns)
        : base("campaigns") => this.campaigns = campaigns;

    public static CampaignTruth Of(TruthFile file, IReadOnlyList<string> keys)
    {
        if (keys.Count == 0)
        {
            throw new AnalysisException($"{file.Path}: campaigns are told apart by their keys; expected --keys, such as --keys model,model_year,causal_part. Add it");
        }

        var id = file.Require("campaign_code", "NHTSACampaignNumber", "id");
        var day = file.Require("announced_on", "report_date");
        var columns = keys.Select(key => key == "causal_part" ? file.Require("causal_part", "component") : file.Require(key)).ToList();
        return new CampaignTruth([.. file.Rows.Where(row => row[id].Length > 0).GroupBy(row => row[id], StringComparer.Ordinal)
            .Select(one => (Day: one.Min(row => file.Day(row, day)), Keys: one.SelectMany(row => Combinations(row, columns, keys)).ToHashSet(StringComparer.Ordinal)))
            .Where(one => one.Day is not null).Select(one => (one.Day!.Value, one.Keys))]);
    }

    private protected override int Findable(BacktestRun run) => FindableOf(run).Count;

    private protected override Caught Catch(BacktestRun run, IReadOnlyList<JudgedAlert> alerts)
    {
        var first = alerts.GroupBy(alert => Plain(alert.Key)).ToDictionary(one => one.Key, one => one.Min(alert => alert.Day.DayNumber));
        var leads = FindableOf(run).Select(campaign => campaign.Keys.Where(first.ContainsKey)
                .Select(key => campaign.Day.DayNumber - first[key]).Where(lead => lead is > 0 and <= HorizonDays).DefaultIfEmpty(0).Max())
            .Where(lead => lead > 0).ToList();
        var end = run.Claims[^1].ClosedOn.DayNumber;
        var isConfirmed = first.Select(one => (one.Value, Hit: campaigns.Any(campaign =>
            campaign.Keys.Contains(one.Key) && campaign.Day.DayNumber - one.Value is > 0 and <= HorizonDays))).ToList();
        return new Caught(
            leads.Count, leads, isConfirmed.Count(one => one.Hit || end - one.Value > HorizonDays), isConfirmed.Count(one => one.Hit));
    }

    private protected override JudgedAlert RandomAlert(BacktestRun run, KeyedClaim claim, IReadOnlyList<string> key) => new(claim.ClosedOn, key, [], 0);

    private List<(DateOnly Day, HashSet<string> Keys)> FindableOf(BacktestRun run)
    {
        findable ??= Compute(run);
        return findable;
    }

    private List<(DateOnly Day, HashSet<string> Keys)>? findable;

    private List<(DateOnly Day, HashSet<string> Keys)> Compute(BacktestRun run)
    {
        var days = run.Claims.ToLookup(claim => Plain(run.KeyOf(claim)), claim => claim.ClosedOn.DayNumber);
        var (from, until) = (run.Request.From, run.Request.To.AddMonths(1));
        return [.. campaigns.Where(one => one.Day >= from && one.Day < until).Where(one => one.Keys.Sum(key =>
            days[key].Count(day => day < one.Day.DayNumber && day >= one.Day.DayNumber - YearDays)) >= FewestClaims)];
    }

    /// <summary>A cell may hold several values, separated by |, and a part its sub-parts behind colons.</summary>
    private static IEnumerable<string> Combinations(IReadOnlyList<string> row, List<int> columns, IReadOnlyList<string> keys)
    {
        IEnumerable<IEnumerable<string>> all = [[]];
        foreach (var (column, key) in columns.Zip(keys))
        {
            var values = row[column].Split('|', StringSplitOptions.TrimEntries).Select(value => key == "causal_part" ? value.Split(':')[0].Trim() : value).Distinct().ToList();
            all = all.SelectMany(_ => values, (head, value) => head.Append(value));
        }

        return all.Select(combination => Plain([.. combination]));
    }

    private static string Plain(IReadOnlyList<string> key) => string.Join('\n', key).ToUpperInvariant();
}
