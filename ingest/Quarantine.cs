namespace ClaimInsights.Ingest;

/// <summary>
/// Gathers the rows that are set aside: <c>quarantine/</c> has one row for each problem of each of them, <c>not_closed/</c> one for each
/// open row; both with file, physical line, byte position and the raw line.
/// </summary>
internal sealed class Quarantine
{
    /// <summary>Folder, and name in the manifest.</summary>
    public const string Name = "quarantine";

    /// <summary>Folder, and name in the manifest.</summary>
    public const string NotClosedName = "not_closed";

    private readonly Workbench bench;
    private readonly VehicleNames names;

    public Quarantine(Workbench bench, VehicleNames names)
    {
        (this.bench, this.names) = (bench, names);
        bench.Execute($"""
            create temp table aside (part integer, line bigint, position bigint, length integer, piece integer, problems {TableIntake.ProblemsType});
            create temp table parts (part integer, file varchar, table_name varchar, header varchar);
            """);
    }

    /// <summary>Adds the rows of a part that its own rules set aside.</summary>
    public void Gather(DeliveryPart part, string staged) => bench.Execute($$"""
        insert into parts values ({{part.Number}}, {{Sql.Text(part.File.Name)}}, {{Sql.Text(part.Table.Name)}}, {{Sql.TextOrNull(part.Text.HeaderLine)}});
        insert into aside
            select part, line, position, length, 0, [{'problem': problem, 'column': null, 'value': null}] from damaged where part = {{part.Number}};
        insert into aside
            select {{part.Number}}, _line, _place >> 20, _place & {{RecordScanner.MaxLength}}, _ord & {{(1 << Staging.PieceBits) - 1}}, _problems
            from {{Sql.Parquet([staged])}} where _problems is not null or _open;
        """);

    /// <summary>Adds the rows that conflict with others.</summary>
    public void GatherConflicts() => bench.Execute($"""
        insert into aside
            select _ord >> {Staging.PartBits}, _line, _place >> 20, _place & {RecordScanner.MaxLength}, _ord & {(1 << Staging.PieceBits) - 1}, problems
            from incoming join outcome using (_ord) where outcome.outcome = '{TableIntake.Conflict}'
        """);

    /// <summary>Rows set aside with a problem.</summary>
    public long Rows() => bench.Count("select count(*) from aside where problems is not null");

    /// <summary>Rows set aside with a problem, per code.</summary>
    public SortedDictionary<string, long> Problems()
    {
        var problems = new SortedDictionary<string, long>(StringComparer.Ordinal);
        foreach (var (code, rows) in bench.Rows(
            """
            select problem, count(*) from (
                select distinct rowid, unnest(list_transform(problems, lambda found: found.problem)) as problem from aside
            ) group by problem
            """,
            reader => (reader.GetString(0), reader.GetInt64(1))))
        {
            problems.Add(code, rows);
        }

        return problems;
    }

    /// <summary>One example of each of the commonest problems, for a message.</summary>
    public IReadOnlyList<string> Examples(int most) => bench.Rows(
        $"""
        select problem, count(*), arg_min(coalesce(file || ', line ' || line || coalesce(', ' || "column", '') || coalesce(': ' || left(value, 60), ''), file), (part, line))
        from (select part, line, unnest(problems, recursive := true) from aside) join parts using (part)
        group by problem order by count(*) desc, problem limit {most}
        """,
        reader => $"{reader.GetString(0)} ({reader.GetInt64(1)}; {reader.GetString(2)})");

    /// <summary>Writes both files of the delivery; none where no row was set aside.</summary>
    public void Write(NewFiles files, IReadOnlyList<DeliveryPart> parts, string delivery)
    {
        if (bench.Count("select count(*) from aside") == 0)
        {
            return;
        }

        FetchRawLines(parts);
        WriteMessages();
        const string Numbered = "select row_number() over (order by part, line, position, piece) as row, * from aside join raw_lines using (part, position) join parts using (part)";
        files.Write(Name, Name, $"""
            select file, table_name as "table", line, origin as position, "column", value, problem, message, raw, row, header
            from (select * exclude (problems), unnest(problems, recursive := true) from ({Numbered}) where problems is not null)
            join messages on messages.table_of = table_name and messages.code = problem and messages.of_column = coalesce("column", '')
            order by row
            """, [], delivery);
        files.Write(NotClosedName, NotClosedName, $"""
            select file, table_name as "table", line, origin as position, raw, row, header from ({Numbered}) where problems is null order by row
            """, [], delivery);
    }

    private void FetchRawLines(IReadOnlyList<DeliveryPart> parts)
    {
        bench.Execute("create temp table raw_lines (part integer, position bigint, origin bigint, raw varchar)");
        foreach (var part in parts)
        {
            using var lines = new RawLines(part.Source);
            using var appender = bench.Connection.CreateAppender("raw_lines");
            using var command = bench.Connection.CreateCommand();
            command.CommandText = $"""
                select position, length,
                    bool_or(coalesce(list_contains(list_transform(problems, lambda found: coalesce(found."column", 'vin')), 'vin'), false)),
                    bool_or(coalesce(list_contains(list_transform(problems, lambda found: found.problem), {Sql.Text(Problem.ForgottenVehicle.Code)}), false))
                from aside where part = {part.Number} group by position, length order by position
                """;
            using var reader = command.ExecuteReader();
            while (reader.Read())
            {
                var position = reader.GetInt64(0);
                var (origin, raw) = lines.At(position, reader.GetInt32(1));
                appender.CreateRow().AppendValue(part.Number).AppendValue(position).AppendValue(origin)
                    .AppendValue(reader.GetBoolean(3) ? ForgottenVehicle.Mark : names.Raw(raw, mayHoldBrokenVin: reader.GetBoolean(2))).EndRow();
            }
        }
    }

    private void WriteMessages()
    {
        bench.Execute("create temp table messages (table_of varchar, code varchar, of_column varchar, message varchar)");
        var found = bench.Rows(
            "select distinct table_name, problem, \"column\" from (select part, unnest(problems, recursive := true) from aside) join parts using (part)",
            reader => (Table: reader.GetString(0), Code: reader.GetString(1), Column: reader.IsDBNull(2) ? "" : reader.GetString(2)));
        using var appender = bench.Connection.CreateAppender("messages");
        foreach (var (table, code, column) in found)
        {
            appender.CreateRow().AppendValue(table).AppendValue(code).AppendValue(column)
                .AppendValue(ProblemMessage.Of(Problem.All.Single(problem => problem.Code == code), Tables.Find(table)!.Find(column))).EndRow();
        }
    }
}
