namespace ClaimInsights.Ingest;

/// <summary>
/// Judges tables in which a later row of a key takes an earlier one's place (<see cref="RowPolicy.Replaced"/>), or in which rows are
/// only ever added (<see cref="RowPolicy.Added"/>, where a known key with other content conflicts). Leaves the rows to be written in
/// the view <c>written</c>, those that become history in <c>history</c>, and stored rows to be taken out in <c>replaced</c>.
/// </summary>
internal static class ReplacedJudge
{
    public static void Judge(TableIntake intake)
    {
        var added = intake.Table.Policy == RowPolicy.Added;
        if (intake.Bench.Count("select count(*) from keys where rows > 1") > 0)
        {
            WithinDelivery(intake, added ? "null::date" : "changed_on");
        }

        if (intake.StoreFiles.Count > 0)
        {
            AgainstStore(intake, added);
        }

        Write(intake, added);
    }

    // Copies are known; different rows are ordered by changed_on, and conflict where it does not order them.
    private static void WithinDelivery(TableIntake intake, string changedOn)
    {
        var keys = Sql.Names(intake.Table.Key);
        var conflict = $"[{{'problem': {Sql.Text(Problem.ConflictInDelivery.Code)}, 'column': {Sql.Text(intake.Table.Key[0])}, 'value': cast({Sql.Name(intake.Table.Key[0])} as varchar)}}]";
        intake.Bench.Execute($"""
            insert into outcome
            with repeated as (
                select incoming.* from incoming join keys on {intake.SameKey("incoming", "keys")} and keys.rows > 1
            ),
            numbered as (
                select *, {changedOn} as changed, row_number() over (partition by {Sql.Names(intake.Columns)} order by _ord) as copy
                from repeated
            ),
            compared as (
                select *,
                    count(*) filter (copy = 1) over (partition by {keys}) as different,
                    count(*) filter (copy = 1 and changed is null) over (partition by {keys}) as undated,
                    count(*) filter (copy = 1) over (partition by {keys}, changed) as same_day
                from numbered
            ),
            judged as (select *, different > 1 and (undated > 0 or same_day > 1) as clashes from compared),
            latest as (
                select *, max(changed) filter (not clashes) over (partition by {keys}) as last_changed from judged
            )
            select _ord,
                case when clashes then '{TableIntake.Conflict}' when copy > 1 then '{TableIntake.Known}'
                    when changed < last_changed then '{TableIntake.Superseded}' end,
                case when clashes then {conflict} end
            from latest
            where clashes or copy > 1 or changed < last_changed
            """);
    }

    private static void AgainstStore(TableIntake intake, bool added)
    {
        var equal = string.Join(" and ", intake.Columns.Select(Sql.Name).Select(cell => $"candidate.{cell} is not distinct from stored.{cell}"));
        var conflict = $"[{{'problem': {Sql.Text(Problem.Conflict.Code)}, 'column': {Sql.Text(intake.Table.Key[0])}, 'value': cast({Sql.Name(intake.Table.Key[0])} as varchar)}}]";
        var older = added ? "true" : "candidate.changed_on < stored.changed_on";
        intake.Bench.Execute($"""
            create or replace temp table compared as
            with candidate as (
                select incoming.*, outcome.outcome from incoming left join outcome using (_ord)
                where outcome.outcome is null or outcome.outcome = '{TableIntake.Superseded}'
            )
            select candidate._ord, candidate.outcome as before, ({equal}) as equal, coalesce({older}, false) as older,
                {string.Join(", ", intake.Table.Key.Select(key => "candidate." + Sql.Name(key)))}, stored._file
            from candidate join stored on {intake.SameKey("candidate", "stored")};
            delete from outcome where _ord in (select _ord from compared where equal);
            insert into outcome
                select _ord, case when equal then '{TableIntake.Known}' when {(added ? "true" : "false")} then '{TableIntake.Conflict}' else '{TableIntake.Superseded}' end,
                    case when not equal and {(added ? "true" : "false")} then {conflict} end
                from compared where equal or (older and before is null);
            insert into replaced by name
                select _file, {Sql.Names(intake.Table.Key)} from compared where not equal and not older and before is null;
            """);
    }

    private static void Write(TableIntake intake, bool added)
    {
        var list = Sql.Names(intake.Columns);
        if (!added)
        {
            KnownHistory(intake);
        }

        intake.Bench.Execute($"""
            create or replace temp view written as
                select {list} from incoming anti join outcome using (_ord);
            create or replace temp view history as
                select {list}, null::varchar as delivery_id from incoming semi join (from outcome where outcome = '{TableIntake.Superseded}') as old using (_ord)
                union all by name
                select {list}, delivery_id from stored semi join replaced on {intake.SameKey("stored", "replaced")};
            """);
    }

    // A superseded row that the history already has, cell by cell, is known.
    private static void KnownHistory(TableIntake intake)
    {
        var files = intake.Store.LiveFiles(intake.Table.HistoryName).Select(file => intake.Store.Absolute(file.Path)).ToList();
        if (files.Count == 0 || intake.Bench.Count($"select count(*) from outcome where outcome = '{TableIntake.Superseded}'") == 0)
        {
            return;
        }

        var equal = string.Join(" and ", intake.Columns.Select(Sql.Name).Select(cell => $"incoming.{cell} is not distinct from past.{cell}"));
        intake.Bench.Execute($"""
            update outcome set outcome = '{TableIntake.Known}'
            where outcome = '{TableIntake.Superseded}' and _ord in (
                select incoming._ord
                from incoming semi join (from outcome where outcome = '{TableIntake.Superseded}') as old using (_ord)
                semi join (select {intake.Select(intake.Store.AttributesOf(intake.Table.HistoryName))} from {Sql.Parquet(files)}) as past on {equal}
            )
            """);
    }
}
