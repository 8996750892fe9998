namespace ClaimInsights.Ingest;

/// <summary>
/// Judges claim versions: a known key may be filled, never changed; a version below a known one is history. Leaves the rows to be
/// written in the view <c>written</c>, the sorted rows that are not to stay where they lie in <c>taken_out</c>, and the stored rows that they take the place of in <c>replaced</c>.
/// </summary>
internal static class VersionedJudge
{
    public static void Judge(TableIntake intake)
    {
        AgainstStore(intake);
        if (intake.Bench.Count("select count(*) from keys where rows > 1") > 0)
        {
            WithinDelivery(intake);
        }

        Supersede(intake);
        Merge(intake);
    }

    // Keys that the delivery gives once, compared with the store set by set: the usual case, however long the delivery.
    private static void AgainstStore(TableIntake intake)
    {
        if (intake.StoreFiles.Count == 0)
        {
            return;
        }

        var cells = intake.Columns.Except(intake.Table.Key, StringComparer.Ordinal).Select(Sql.Name).ToList();
        var changed = string.Join(", ", cells.Select(cell =>
            $"case when incoming.{cell} <> stored.{cell} then {{'problem': {Sql.Text(Problem.Conflict.Code)}, 'column': '{cell.Trim('"')}', 'value': cast(incoming.{cell} as varchar)}} end"));
        intake.Bench.Execute($"""
            insert into outcome
            select _ord, case when changes then '{TableIntake.Conflict}' when fills then '{TableIntake.Amends}' else '{TableIntake.Known}' end,
                case when changes then problems end
            from (
                select incoming._ord, {Sql.Any(cells.Select(cell => $"coalesce(incoming.{cell} <> stored.{cell}, false)"))} as changes,
                    {Sql.Any(cells.Select(cell => $"incoming.{cell} is not null and stored.{cell} is null"))} as fills,
                    list_filter([{changed}], lambda problem: problem is not null) as problems
                from incoming join keys on {intake.SameKey("incoming", "keys")} and keys.rows = 1
                join stored on {intake.SameKey("incoming", "stored")}
            )
            """);
    }

    // Keys that the delivery gives several times are folded row by row in their order, the store's row first.
    private static void WithinDelivery(TableIntake intake)
    {
        var bench = intake.Bench;
        bench.Execute("create or replace temp table folded (_ord bigint, outcome varchar, column_name varchar, value varchar)");
        var keys = Sql.Names(intake.Table.Key);
        var texts = string.Join(", ", intake.Columns.Select(column => $"cast({Sql.Name(column)} as varchar) as {Sql.Name(column)}"));
        using var command = bench.Connection.CreateCommand();
        command.CommandText = $"""
            with repeated as (select {keys} from keys where rows > 1)
            select _ord, {texts} from (
                select incoming._ord, incoming.* exclude (_ord, _line, _place, _sorted) from incoming semi join repeated on {intake.SameKey("incoming", "repeated")}
                union all by name
                select -1 as _ord, stored.* exclude (delivery_id, _file) from stored semi join repeated on {intake.SameKey("stored", "repeated")}
            ) order by {keys}, _ord
            """;
        using (var reader = command.ExecuteReader())
        {
            using var appender = bench.Connection.CreateAppender("folded");
            var fold = new ClaimFold(intake.Columns, [.. intake.Table.Key.Select(key => intake.Columns.ToList().IndexOf(key))]);
            while (reader.Read())
            {
                fold.Next(reader, appender);
            }
        }

        bench.Execute($$"""
            insert into outcome
            select _ord, any_value(outcome), case when any_value(outcome) = '{{TableIntake.Conflict}}'
                then list({'problem': {{Sql.Text(Problem.Conflict.Code)}}, 'column': column_name, 'value': value}) end
            from folded group by _ord
            """);
    }

    private static void Supersede(TableIntake intake) => intake.Bench.Execute($"""
        insert into outcome
        with accepted as (
            select claim_id, version, _ord from incoming anti join outcome using (_ord)
        ),
        highest as (
            select claim_id, max(version) as version
            from (
                select claim_id, version from accepted
                union all
                select claim_id, version from stored semi join accepted using (claim_id)
            )
            group by claim_id having count(*) > 1
        )
        select accepted._ord, '{TableIntake.Superseded}', null
        from accepted join highest using (claim_id)
        where accepted.version < highest.version
        """);

    // An amended claim is the first value of each cell among its stored row and the rows accepted for it, in order.
    private static void Merge(TableIntake intake)
    {
        var keys = Sql.Names(intake.Table.Key);
        var merged = string.Join(", ", intake.Columns.Except(intake.Table.Key, StringComparer.Ordinal).Select(Sql.Name).Select(cell => $"arg_min({cell}, _ord) as {cell}"));
        var list = Sql.Names(intake.Columns);
        intake.Bench.Execute($"""
            create or replace temp table amended as
                select distinct {keys} from incoming semi join (from outcome where outcome = '{TableIntake.Amends}') as amending using (_ord);
            insert into replaced by name
                select _file, {keys} from stored semi join amended using ({keys});
            create or replace temp table taken_out as
                select _file, _row from judged
                where _ord in (select _ord from outcome where outcome <> '{TableIntake.Superseded}' union all select _ord from incoming semi join amended using ({keys}));
            create or replace temp view written as
                select {list} from incoming
                anti join (from outcome where outcome <> '{TableIntake.Superseded}') as other using (_ord)
                anti join amended using ({keys})
                where not _sorted
                union all by name
                select {keys}, {merged} from (
                    select -1 as _ord, {list} from stored semi join amended using ({keys})
                    union all by name
                    select _ord, {list} from incoming semi join amended using ({keys})
                    anti join (from outcome where outcome in ('{TableIntake.Known}', '{TableIntake.Conflict}')) as other using (_ord)
                ) group by {keys};
            """);
    }
}
