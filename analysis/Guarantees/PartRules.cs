namespace ClaimInsights.Analysis.Guarantees;

/// <summary>Which parts are the assemblies and main parts of a clause; a part that is not listed, or whose system the table does not know, may be one.</summary>
internal sealed class PartRules(GuaranteeTable table, IEnumerable<PartClass> parts)
{
    private readonly Dictionary<string, (string? Class, string[] Systems)> known = parts.ToDictionary(
        part => part.CausalPart, part => (part.Class, part.Systems?.Split(';', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries) ?? []), StringComparer.Ordinal);

    /// <summary>Whether a part is of one of the classes and belongs to one of the clause's systems, and what is not known about it.</summary>
    public (Certainty Certainty, string? Unknown) Is(string part, GuaranteeClause clause, params ReadOnlySpan<string> classes)
    {
        var (isOf, missing) = InSystems(part, clause);
        return isOf == Certainty.No ? (Certainty.No, null)
            : known.GetValueOrDefault(part).Class is not { } itsClass ? (Certainty.Possible, "part_class")
            : classes.Contains(itsClass) ? (isOf, missing)
            : (Certainty.No, null);
    }

    /// <summary>The assemblies of the clause to which a part belongs: its systems, or the part itself where none is named.</summary>
    public IReadOnlyList<string> AssembliesOf(string part, GuaranteeClause clause)
    {
        var systems = SystemsOf(part).Select(table.SystemOf).OfType<string>().Where(clause.Systems!.Contains).Distinct(StringComparer.Ordinal).ToList();
        return systems.Count == 0 ? [part] : systems;
    }

    /// <summary>What a part may count for where it is replaced: for itself or for assemblies, some only where its whole assembly is replaced. A part that is not listed may count for itself.</summary>
    public IEnumerable<ReplacedSubject> Subjects() => table.RuleSets.SelectMany(set => set.Clauses).SelectMany(clause => known.Keys.SelectMany(part => clause.Counts switch
    {
        GuaranteeCount.MainPartReplacements when Counts(part, clause, "main") => [new ReplacedSubject(part, part, OnlyAsAssembly: false)],
        GuaranteeCount.AssemblyReplacements when Counts(part, clause, "assembly", "main", "safety", "other") => AssembliesOf(part, clause)
            .Select(subject => new ReplacedSubject(part, subject, OnlyAsAssembly: !Counts(part, clause, "assembly"))),
        _ => Enumerable.Empty<ReplacedSubject>(),
    })).Distinct();

    private bool Counts(string part, GuaranteeClause clause, params ReadOnlySpan<string> classes) => Is(part, clause, classes).Certainty != Certainty.No;

    private (Certainty, string?) InSystems(string part, GuaranteeClause clause)
    {
        var names = SystemsOf(part).Select(table.SystemOf).ToList();
        return !known.ContainsKey(part) ? (Certainty.Possible, "part_class")
            : names.Count == 0 || names.Any(name => name is not null && clause.Systems!.Contains(name)) ? (Certainty.Certain, null)
            : names.Contains(null) ? (Certainty.Possible, "system")
            : (Certainty.No, null);
    }

    private string[] SystemsOf(string part) => known.TryGetValue(part, out var one) ? one.Systems : [];
}

/// <summary>What a replaced part may count for.</summary>
/// <param name="CausalPart">The part.</param>
/// <param name="Subject">Itself, or an assembly.</param>
/// <param name="OnlyAsAssembly">Only where the whole assembly was replaced.</param>
internal sealed record ReplacedSubject(string CausalPart, string Subject, bool OnlyAsAssembly);
