namespace ClaimInsights.Ingest;

/// <summary>The rules between a row's columns.</summary>
internal static class RowRules
{
    /// <summary>The stages of a claim in their order.</summary>
    public static IReadOnlyList<string> Stages { get; } =
        ["failed_on", "reported_on", "inspected_on", "decided_on", "paid_on", "closed_on", "followed_up_on"];

    /// <summary>The verdicts that need a reason.</summary>
    public static IReadOnlyList<string> VerdictsWithReason { get; } = ["rejected", "partly_paid"];

    /// <summary>The rules between columns that a file can break.</summary>
    /// <param name="table">The table.</param>
    /// <param name="isGiven">Whether the file gives values of a column.</param>
    /// <param name="asOf">The day to which the delivery is complete.</param>
    public static IReadOnlyList<Rule> Of(Table table, Func<string, bool> isGiven, DateOnly? asOf) =>
        table == Tables.Claims ? [.. OfClaims(isGiven, asOf)]
        : table == Tables.Vehicles ? [Ordered("built_on", "in_service_on"), Ordered("in_service_on", "out_of_service_on")]
        : table == Tables.Lots ? [Ordered("built_from", "built_to")]
        : table == Tables.Verdicts && isGiven("sheet_id") ? [.. OfSheets()]
        : [];

    // Verdicts that say themselves how they were selected may name a sheet of another system.
    private static IEnumerable<Rule> OfSheets()
    {
        yield return new Rule(Problem.UnknownSheet, "sheet_id",
            $"{Rule.Text("sheet_id")} is not null and not _is_logged and ({string.Join(" or ", QueuedColumns.Names.Select(name => $"{Rule.Text(name)} is null"))})");
        yield return new Rule(Problem.NotOnSheet, "claim_id", "_is_logged and not _is_queued");
    }

    private static IEnumerable<Rule> OfClaims(Func<string, bool> isGiven, DateOnly? asOf)
    {
        var stages = Stages.Where(isGiven).ToList();
        for (var stage = 1; stage < stages.Count; stage++)
        {
            // greatest() passes over the stages that are empty.
            var before = string.Join(", ", stages.Take(stage).Select(Rule.Value));
            yield return new Rule(Problem.DateOrder, stages[stage], $"{Rule.Value(stages[stage])} < greatest({before})");
        }

        yield return Ordered("repair_in_on", "repair_out_on");
        yield return new Rule(
            Problem.MissingReason, "rejection_reason", $"{Rule.Text("verdict")} in ({Sql.TextList(VerdictsWithReason)}) and {Rule.Text("rejection_reason")} is null");
        yield return new Rule(
            Problem.ApprovedExceedsClaimed, "approved_amount", $"{Rule.Value("approved_amount")} > {Rule.Value("claimed_amount")}");
        yield return new Rule(Problem.AmountsDoNotAddUp, "claimed_amount", $"""
            abs({Rule.Value("parts_amount")} + {Rule.Value("labour_amount")} + {Rule.Value("sublet_amount")}
                + coalesce({Rule.Value("other_amount")}, 0) - {Rule.Value("claimed_amount")}) > 0.01
            """);
        if (asOf is { } day)
        {
            foreach (var column in Tables.Claims.Columns.Where(column => column.Type == ColumnType.Date && column.Name != "closed_on" && isGiven(column.Name)))
            {
                yield return new Rule(
                    Problem.DateAfterAsOf, column.Name, $"{Rule.Value(column.Name)} > {Sql.Date(day)} and {Rule.Value("closed_on")} <= {Sql.Date(day)}");
            }
        }
    }

    private static Rule Ordered(string earlier, string later) =>
        new(Problem.DateOrder, later, $"{Rule.Value(later)} < {Rule.Value(earlier)}");
}
