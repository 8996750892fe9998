using DuckDB.NET.Data;

namespace ClaimInsights.Ingest;

/// <summary>What a store's quarantine holds of one problem.</summary>
/// <param name="Problem">Its code (<see cref="Ingest.Problem"/>).</param>
/// <param name="Meaning">What it means.</param>
/// <param name="Rows">Rows that have it; a row with several problems counts under each.</param>
/// <param name="Files">Delivered files in which it is found.</param>
/// <param name="Examples">At most three: file, line, column and value.</param>
public sealed record QuarantinedProblem(string Problem, string Meaning, long Rows, long Files, IReadOnlyList<string> Examples);

/// <summary>Looks at the rows that a store has set aside, over all its deliveries.</summary>
public static class QuarantineView
{
    /// <summary>One entry for each problem, the commonest first.</summary>
    /// <exception cref="StoreException">A file that the manifest names cannot be read.</exception>
    public static IReadOnlyList<QuarantinedProblem> Summarise(ClaimStore store)
    {
        ArgumentNullException.ThrowIfNull(store);
        return Rows(
            store,
            """
            with examples as (
                select problem, list(shown order by _file, line) as shown
                from (
                    select problem, _file, line, file || ', line ' || line || coalesce(', ' || "column", '') || coalesce(': ' || left(value, 60), '') as shown
                    from quarantined qualify row_number() over (partition by problem order by _file, line, "column", value) <= 3
                ) group by problem
            )
            select quarantined.problem, count(distinct (_file, row)), count(distinct (_file, file)), any_value(examples.shown)
            from quarantined join examples using (problem)
            group by quarantined.problem order by 2 desc, 1
            """,
            reader => new QuarantinedProblem(
                reader.GetString(0), Problem.All.FirstOrDefault(problem => problem.Code == reader.GetString(0))?.Meaning ?? "",
                reader.GetInt64(1), reader.GetInt64(2), [.. ((IEnumerable<object>)reader.GetValue(3)).Select(example => example.ToString()!)]));
    }

    internal static List<T> Rows<T>(ClaimStore store, string query, Func<System.Data.Common.DbDataReader, T> row)
    {
        var files = store.LiveFiles(Quarantine.Name).Select(file => store.Absolute(file.Path)).ToList();
        var rows = new List<T>();
        if (files.Count == 0)
        {
            return rows;
        }

        using var engine = new DuckDBConnection("Data Source=:memory:");
        engine.Open();
        using var command = engine.CreateCommand();
        try
        {
            // Rows of before the header was kept lack it.
            command.CommandText = $"""
                set memory_limit = '512MB';
                set autoinstall_known_extensions = false;
                create temp view quarantined as
                    from {Sql.Parquet(files, withFileName: true)}
                    union all by name select null::varchar as header where false;
                """;
            command.ExecuteNonQuery();
            command.CommandText = query;
            using var reader = command.ExecuteReader();
            while (reader.Read())
            {
                rows.Add(row(reader));
            }
        }
        catch (DuckDBException exception)
        {
            throw new StoreException($"{store.Folder}: the quarantine cannot be read ({exception.Message.ReplaceLineEndings(" ").TrimEnd('.')}). Take it from a copy of the store", exception);
        }

        return rows;
    }
}
