namespace ClaimInsights.Analysis;

/// <summary>Dealers, safety class and examples of share-based clusters.</summary>
internal sealed class ShareFacts
{
    private readonly ILookup<(string Rule, string Part, string Mode), ShareFact> facts;
    private readonly Dictionary<(string, string), string> safety;

    public ShareFacts(Warehouse warehouse)
    {
        facts = Analyses.ShareFacts.Run(warehouse).ToLookup(one => (
            PopulationRule.Of(("model", one.Model), ("model_year", one.ModelYear), ("plant", one.Plant), ("powertrain", one.Powertrain)),
            one.CausalPart, one.FailureMode));
        safety = Analyses.SafetyClasses.Run(warehouse).ToDictionary(one => (one.CausalPart, one.FailureMode), one => one.Class);
    }

    public (double DealerShare, string? SafetyClass, string ExampleClaimIds) Of(string rule, string causalPart, string failureMode)
    {
        var own = facts[(rule, causalPart, failureMode)].ToList();
        var examples = own.OrderByDescending(one => one.LastClosedOn).ThenBy(one => one.DealerCode, StringComparer.Ordinal)
            .SelectMany(one => one.LastClaims.Split(';')).Take(5);
        return (
            (double)own.Max(one => one.Claims) / own.Sum(one => one.Claims),
            safety.GetValueOrDefault((causalPart, failureMode)), string.Join(';', examples));
    }
}
