namespace ClaimInsights.Analysis.Backtests;

/// <summary>
/// Defects planted in a simulated fleet (<c>planted_defects.csv</c>, beside it <c>planted_claims.csv</c>). An alert is right when it
/// rests on at least three claims of one defect that make up at least half of its excess; the delay runs from the defect's first claim.
/// </summary>
internal sealed class DefectTruth : Truth
{
    private const int FewestClaims = 3;

    private readonly IReadOnlyDictionary<string, DateOnly> firstClaims;
    private readonly IReadOnlyDictionary<string, string> defectOf;
    private ILookup<string, KeyedClaim>? byKey;

    private DefectTruth(IReadOnlyDictionary<string, DateOnly> firstClaims, IReadOnlyDictionary<string, string> defectOf)
        : base("defects") => (this.firstClaims, this.defectOf) = (firstClaims, defectOf);

    public static DefectTruth Of(TruthFile file)
    {
        var (id, day) = (file.Require("defect_id"), file.Require("first_claim_on"));
        var claims = TruthFile.Read(Path.Combine(Path.GetDirectoryName(file.Path) ?? "", "planted_claims.csv"));
        var (claim, defect) = (claims.Require("claim_id"), claims.Require("defect_id"));
        return new DefectTruth(
            file.Rows.Select(row => (Id: row[id], Day: file.Day(row, day))).Where(one => one.Day is not null).DistinctBy(one => one.Id).ToDictionary(one => one.Id, one => one.Day!.Value),
            claims.Rows.DistinctBy(row => row[claim]).ToDictionary(row => row[claim], row => row[defect], StringComparer.Ordinal));
    }

    private protected override int Findable(BacktestRun run) =>
        run.Claims.Select(claim => defectOf.GetValueOrDefault(claim.ClaimId)).OfType<string>().GroupBy(id => id)
            .Count(one => firstClaims.ContainsKey(one.Key) && one.Count() >= FewestClaims);

    private protected override Caught Catch(BacktestRun run, IReadOnlyList<JudgedAlert> alerts)
    {
        var found = new Dictionary<string, int>(StringComparer.Ordinal);
        var confirmed = 0;
        foreach (var alert in alerts.OrderBy(one => one.Day))
        {
            var explaining = alert.ClaimIds.Select(id => defectOf.GetValueOrDefault(id)).OfType<string>().GroupBy(id => id)
                .Where(one => firstClaims.ContainsKey(one.Key) && one.Count() >= FewestClaims && one.Count() >= alert.Excess / 2).Select(one => one.Key).ToList();
            explaining.ForEach(id => found.TryAdd(id, alert.Day.DayNumber - firstClaims[id].DayNumber));
            confirmed += explaining.Count > 0 ? 1 : 0;
        }

        return new Caught(found.Count, [.. found.Values], alerts.Count, confirmed);
    }

    /// <summary>A random monitor has no expectation: half of all claims of its key so far must be the defect's.</summary>
    private protected override JudgedAlert RandomAlert(BacktestRun run, KeyedClaim claim, IReadOnlyList<string> key)
    {
        byKey ??= run.Claims.ToLookup(one => string.Join('\n', run.KeyOf(one)));
        var known = byKey[string.Join('\n', key)].Where(one => one.ClosedOn <= claim.ClosedOn).Select(one => one.ClaimId).ToList();
        return new JudgedAlert(claim.ClosedOn, key, known, known.Count);
    }
}
