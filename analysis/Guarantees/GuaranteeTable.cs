namespace ClaimInsights.Analysis.Guarantees;

/// <summary>The rules of one country or state, and which vehicles they are for.</summary>
/// <param name="Name">Unique name.</param>
/// <param name="RuleSets">By day of the invoice; spans do not overlap.</param>
/// <param name="Uses">Uses of a vehicle that are protected; null: all.</param>
/// <param name="Provinces">Provinces of its vehicles; null: all.</param>
/// <param name="Currencies">Currencies of its stores; null: all.</param>
public sealed record GuaranteeJurisdiction(
    string Name,
    IReadOnlyList<GuaranteeRuleSet> RuleSets,
    IReadOnlyList<string>? Uses = null,
    IReadOnlyList<string>? Provinces = null,
    IReadOnlyList<string>? Currencies = null)
{
    /// <summary>Whether a vehicle of that province, in a store of that currency, is under these rules.</summary>
    public bool Holds(string? province, string currency) =>
        (Provinces is null || (province is not null && Provinces.Contains(province, StringComparer.OrdinalIgnoreCase)))
        && (Currencies is null || Currencies.Contains(currency, StringComparer.Ordinal));
}

/// <summary>Who is owed more than a repair: rules as a table, chosen by place and day of the invoice.</summary>
/// <param name="Version">Version of the form of the table; 1.</param>
/// <param name="Systems">The rules' names of systems → names that parts lists use; <c>other</c> holds systems that no rule names.</param>
/// <param name="Jurisdictions">The first that fits a vehicle is its own.</param>
public sealed record GuaranteeTable(
    int Version, IReadOnlyDictionary<string, IReadOnlyList<string>> Systems, IReadOnlyList<GuaranteeJurisdiction> Jurisdictions)
{
    private readonly Dictionary<string, string> ruleNames = Systems
        .SelectMany(system => system.Value.Select(name => (name, system.Key)))
        .ToDictionary(one => one.name, one => one.Key, StringComparer.OrdinalIgnoreCase);

    /// <summary>All rule sets, in order.</summary>
    public IEnumerable<GuaranteeRuleSet> RuleSets => Jurisdictions.SelectMany(one => one.RuleSets);

    /// <summary>The jurisdiction of a vehicle; null: none is for it.</summary>
    public GuaranteeJurisdiction? For(string? province, string currency) => Jurisdictions.FirstOrDefault(one => one.Holds(province, currency));

    /// <summary>The rules' name of a system; null: the table does not know it.</summary>
    public string? SystemOf(string name) => ruleNames.GetValueOrDefault(name);

    /// <summary>From which figures on a vehicle has to be looked at.</summary>
    /// <param name="provinces">Of the vehicles in the store; null: not known of some.</param>
    /// <param name="currency">Of the store.</param>
    public GuaranteeLimits Limits(IEnumerable<string?> provinces, string currency)
    {
        ArgumentNullException.ThrowIfNull(provinces);
        var clauses = provinces.Select(province => For(province, currency)).OfType<GuaranteeJurisdiction>().Distinct()
            .SelectMany(place => place.RuleSets).SelectMany(set => set.Clauses.Append(set.Offer).OfType<GuaranteeClause>()).ToList();
        return new GuaranteeLimits(
            Smallest(GuaranteeCount.MajorReplacements), Smallest(GuaranteeCount.SameProblemRepairs),
            Math.Min(Smallest(GuaranteeCount.AssemblyReplacements), Smallest(GuaranteeCount.MainPartReplacements)),
            Smallest(GuaranteeCount.SafetyFaults), Smallest(GuaranteeCount.RepairDays, early: true),
            FirstDays(one => one.Counts == GuaranteeCount.SafetyFaults), FirstDays(one => one.Counts != GuaranteeCount.SafetyFaults));

        // A clause of the first days is looked at whatever its count: those vehicles are few.
        int Smallest(GuaranteeCount what, bool early = false) =>
            clauses.Where(one => (early || one.Within?.Days is null) && one.Counts == what).Min(one => (int?)one.WatchedAt) ?? int.MaxValue;

        int FirstDays(Func<GuaranteeClause, bool> those) => clauses.Where(those).Max(one => one.Within?.Days) ?? -1;
    }
}

/// <summary>The smallest figures at which a vehicle may be near a trigger; one that reaches any of them is looked at.</summary>
/// <param name="Repairs">Repairs in all.</param>
/// <param name="SameProblem">Repairs of one problem.</param>
/// <param name="Replacements">Replacements of one part or assembly.</param>
/// <param name="SafetyFaults">Repairs of faults whose safety class is serious or not known.</param>
/// <param name="StayDays">Workshop days, added up over repairs.</param>
/// <param name="EarlyFaultDays">A repair of such a fault within so many days after the invoice; −1: no clause asks.</param>
/// <param name="EarlyDays">Any repair within so many days; −1: no clause asks.</param>
/// <param name="OnlyVin">Only that vehicle; null: all.</param>
public sealed record GuaranteeLimits(int Repairs, int SameProblem, int Replacements, int SafetyFaults, int StayDays, int EarlyFaultDays, int EarlyDays, string? OnlyVin = null)
{
    /// <summary>One vehicle, whatever its figures; null: every vehicle.</summary>
    public static GuaranteeLimits Of(string? vin) => new(0, 0, 0, 0, 0, -1, -1, vin);
}
