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
