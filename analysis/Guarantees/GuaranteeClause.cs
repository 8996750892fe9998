namespace ClaimInsights.Analysis.Guarantees;

/// <summary>What a clause counts.</summary>
public enum GuaranteeCount
{
    /// <summary>Repairs of faults of the named safety classes.</summary>
    SafetyFaults,

    /// <summary>Repairs of the same problem: one part, one failure mode.</summary>
    SameProblemRepairs,

    /// <summary>Days in the workshop; days that stays share count once.</summary>
    RepairDays,

    /// <summary>Replacements of one assembly, and a further fault of it after all but one of them.</summary>
    AssemblyReplacements,

    /// <summary>Replacements of one main part, and a further fault of it after all but one of them.</summary>
    MainPartReplacements,

    /// <summary>Replacements of an assembly or a main part.</summary>
    MajorReplacements,
}

/// <summary>One clause: what it counts, at which count a vehicle is owed more than a repair.</summary>
/// <param name="Id">Name inside its rule set.</param>
/// <param name="Article">Where the law says so.</param>
/// <param name="Counts">What is counted.</param>
/// <param name="OwedAt">The count that triggers it; at least 1. "More than 30 days" is 31.</param>
/// <param name="En">The clause in English.</param>
/// <param name="Zh">The clause in Chinese.</param>
/// <param name="NearAt">The count that is one step before; null: one less than <paramref name="OwedAt"/>, none where that is 0.</param>
/// <param name="SameProblem">Safety faults count only with those of the same part and failure mode.</param>
/// <param name="SafetyClasses">Which safety classes count.</param>
/// <param name="Systems">Systems whose assemblies and main parts count.</param>
/// <param name="Within">Its own window; null: the period of its rule set.</param>
public sealed record GuaranteeClause(
    string Id,
    string Article,
    GuaranteeCount Counts,
    int OwedAt,
    string En,
    string Zh,
    int? NearAt = null,
    bool SameProblem = false,
    IReadOnlyList<string>? SafetyClasses = null,
    IReadOnlyList<string>? Systems = null,
    GuaranteeWindow? Within = null)
{
    /// <summary>The smallest count at which a vehicle is watched; at least 1.</summary>
    public int WatchedAt => Math.Max(1, NearAt ?? OwedAt - 1);
}
