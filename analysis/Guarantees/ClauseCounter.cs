namespace ClaimInsights.Analysis.Guarantees;

/// <summary>Counts the repairs of one vehicle for one clause.</summary>
internal sealed class ClauseCounter(GuaranteeClause clause, PartRules parts)
{
    private readonly SortedDictionary<string, Tally> tallies = new(StringComparer.Ordinal);

    /// <summary>Whether repairs may bring a count near its limit: most vehicles are told apart without counting. No repair counts more than once, but for its days.</summary>
    /// <param name="clause">The clause.</param>
    /// <param name="repairs">Those inside its window.</param>
    public static bool MayBeNear(GuaranteeClause clause, IReadOnlyList<RepairEvent> repairs) => clause.Counts switch
    {
        GuaranteeCount.RepairDays => true,
        GuaranteeCount.SafetyFaults => repairs.Count(repair => IsSafetyFault(clause, repair) != Certainty.No) >= clause.WatchedAt,
        _ => repairs.Count >= clause.WatchedAt,
    };

    /// <param name="repairs">Those inside the clause's window, in order of time.</param>
    /// <returns>One for each subject, in its order.</returns>
    public IEnumerable<Counted> Count(IReadOnlyList<RepairEvent> repairs)
    {
        if (clause.Counts == GuaranteeCount.RepairDays)
        {
            return [RepairDays.Count(repairs, clause.OwedAt)];
        }

        foreach (var repair in repairs)
        {
            Add(repair);
        }

        return tallies.Values.Select(tally => tally.Result());
    }

    private void Add(RepairEvent repair)
    {
        switch (clause.Counts)
        {
            case GuaranteeCount.SafetyFaults:
                Of(clause.SameProblem ? repair.Problem : "").Add(repair, IsSafetyFault(clause, repair), "safety_class");
                break;
            case GuaranteeCount.SameProblemRepairs:
                Of(repair.Problem).Add(repair, Certainty.Certain);
                break;
            case GuaranteeCount.AssemblyReplacements:
                AddReplaced(repair, AssembliesReplaced(repair));
                break;
            case GuaranteeCount.MainPartReplacements:
                AddReplaced(repair, PartsReplaced(repair, "main"));
                break;
            default:
                AddReplaced(repair, PartsReplaced(repair, "assembly", "main"));
                break;
        }
    }

    private Tally Of(string subject)
    {
        if (!tallies.TryGetValue(subject, out var tally))
        {
            tallies.Add(subject, tally = new Tally(subject, clause.OwedAt));
        }

        return tally;
    }

    private static Certainty IsSafetyFault(GuaranteeClause clause, RepairEvent repair) => repair.SafetyClass is not { } itsClass ? Certainty.Possible
        : clause.SafetyClasses!.Contains(itsClass) ? Certainty.Certain
        : Certainty.No;

    private void AddReplaced(RepairEvent repair, IEnumerable<(string Subject, Certainty Certainty, string? Unknown)> replaced)
    {
        var subjects = replaced.Where(one => one.Certainty != Certainty.No).ToList();
        foreach (var (subject, certainty, unknown) in subjects)
        {
            Of(subject).Add(repair, certainty, unknown);
        }

        if (clause.Counts == GuaranteeCount.MajorReplacements)
        {
            return;
        }

        // What was not replaced once more has at least failed once more.
        var (isOf, missing) = parts.Is(repair.CausalPart, clause, "assembly", "main");
        var failed = clause.Counts == GuaranteeCount.AssemblyReplacements ? parts.AssembliesOf(repair.CausalPart, clause) : [repair.CausalPart];
        foreach (var subject in failed.Where(subject => tallies.ContainsKey(subject)))
        {
            Of(subject).AddFault(repair, isOf, missing);
        }
    }

    /// <summary>Replaced parts of these classes; the causal part also where its whole assembly was replaced.</summary>
    private List<(string Subject, Certainty Certainty, string? Unknown)> PartsReplaced(RepairEvent repair, params ReadOnlySpan<string> classes)
    {
        List<(string, Certainty, string?)> found = [];
        foreach (var (part, isReplaced) in Replaced(repair))
        {
            var (certainty, unknown) = parts.Is(part, clause, classes);
            found.Add(isReplaced || certainty == Certainty.No ? (part, certainty, unknown) : (part, Certainty.Possible, unknown ?? "remedy"));
        }

        return found;
    }

    /// <summary>Replaced assemblies by system: parts of the class, and the causal part's where the remedy says so.</summary>
    private IEnumerable<(string Subject, Certainty Certainty, string? Unknown)> AssembliesReplaced(RepairEvent repair)
    {
        var found = PartsReplaced(repair, "assembly")
            .SelectMany(one => parts.AssembliesOf(one.Subject, clause).Select(subject => (subject, one.Certainty, one.Unknown)));
        if (repair.Remedy == "replace_assembly")
        {
            var (certainty, unknown) = parts.Is(repair.CausalPart, clause, "assembly", "main", "safety", "other");
            found = found.Concat(parts.AssembliesOf(repair.CausalPart, clause).Select(subject => (subject, certainty, unknown)));
        }

        return found.GroupBy(one => one.subject, StringComparer.Ordinal).Select(group => group.OrderByDescending(one => one.Certainty).First());
    }

    private static IEnumerable<(string Part, bool IsReplaced)> Replaced(RepairEvent repair)
    {
        var further = repair.FurtherParts.ToList();
        return repair.ReplacesCausalPart == false || further.Contains(repair.CausalPart)
            ? further.Select(part => (part, true))
            : further.Select(part => (part, true)).Append((repair.CausalPart, repair.ReplacesCausalPart == true));
    }
}
