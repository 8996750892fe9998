using System.Globalization;
using ClaimInsights.Analysis.Fairness;
using ClaimInsights.Analysis.Guarantees;
using ClaimInsights.Analysis.Scan;
using ClaimInsights.Ingest;
using DuckDB.NET.Data;

namespace ClaimInsights.Analysis;

/// <summary>
/// The store as relations: an in-memory DuckDB whose views read the store's Parquet files. One connection; not for use by several threads at once.
/// </summary>
public sealed class Warehouse : IDisposable
{
    private const string MemoryLimit = "2GB";

    private readonly DuckDBConnection connection;
    private readonly LaterRelations later;
    private readonly Dictionary<string, object> known = new(StringComparer.Ordinal);
    private (List<ListedCluster> Clusters, List<(string ClusterId, string Attribute, string Value)> Conditions)? listedNow;

    private Warehouse(DuckDBConnection connection, Scope scope, LaterRelations later)
    {
        (this.connection, this.later) = (connection, later);
        Scope = scope;
    }

    /// <summary>What the relation <c>scope</c> holds.</summary>
    public Scope Scope { get; private set; }

    /// <summary>Opens a warehouse over a store.</summary>
    /// <param name="store">The store; what it holds now is what the warehouse sees.</param>
    /// <param name="scope">What to look at.</param>
    public static Warehouse Open(ClaimStore store, Scope scope)
    {
        ArgumentNullException.ThrowIfNull(store);
        ArgumentNullException.ThrowIfNull(scope);
        var tables = Tables.All.Select(table => StoredTable.Of(store, table)).ToList();
        var connection = Connect(SpillFolder, MemoryLimit);
        tables.ForEach(table => Execute(connection, table.Create()));
        return Finish(connection, tables, scope, tables.Single(table => table.Table.Name == Tables.Claims.Name).Rows);
    }

    /// <summary>Opens a warehouse whose <c>stored_…</c> relations the caller makes himself, as a store of so many claims: for tests.</summary>
    internal static Warehouse Over(Action<DuckDBConnection> makeStoredTables, IEnumerable<StoredTable> attributes, Scope scope, long? claims = null)
    {
        var connection = Connect(temporaryFolder: null, MemoryLimit);
        makeStoredTables(connection);
        return Finish(connection, attributes, scope, claims);
    }

    /// <summary>Looks at the same store with another scope: everything that depends on it is made afresh, nothing is listed.</summary>
    public void Move(Scope scope)
    {
        ArgumentNullException.ThrowIfNull(scope);
        Enter(connection, scope);
        later.Forget();
        known.Clear();
        listedNow = null;
        Scope = scope;
    }

    /// <summary>Says which clusters are listed: the relation <c>listed_clusters</c>, in place of what it held.</summary>
    public void List(IEnumerable<DefectCluster> clusters)
    {
        ArgumentNullException.ThrowIfNull(clusters);
        later.Count(connection);
        var all = clusters.OrderBy(cluster => cluster.ClusterId, StringComparer.Ordinal).ToList();
        var listed = (Clusters: all.Select(ListedCluster.Of).ToList(), Conditions: all.SelectMany(ListedCluster.Conditions).ToList());
        if (listedNow is { } before && before.Clusters.SequenceEqual(listed.Clusters) && before.Conditions.SequenceEqual(listed.Conditions))
        {
            // Their claims have been found already.
            return;
        }

        listedNow = listed;
        later.Relist();
        Refill("listed_conditions", listed.Conditions, (row, one) => row.AppendValue(one.ClusterId).AppendValue(one.Attribute).AppendValue(one.Value));
        Refill("listed_clusters", listed.Clusters, (row, cluster) => row
            .AppendValue(cluster.ClusterId).AppendValue(cluster.CausalPart).AppendValue(cluster.FailureMode)
            .AppendValue(cluster.BuiltFrom).AppendValue(cluster.BuiltTo)
            .AppendValue(cluster.Model).AppendValue(cluster.ModelYear).AppendValue(cluster.Plant).AppendValue(cluster.Powertrain)
            .AppendValue(cluster.Basis));
    }

    /// <summary>After a large step over a large store: gives back what it needed. The collector would let it lie, and the next queries need the room.</summary>
    public void Settle()
    {
        if (later.IsLarge)
        {
            GC.Collect(GC.MaxGeneration, GCCollectionMode.Aggressive, blocking: true, compacting: true);
        }
    }

    /// <summary>The listed clusters of rates, by id, with as many vehicles as they have sold.</summary>
    internal IEnumerable<(string ClusterId, long Vehicles)> Listed =>
        listedNow?.Clusters.Where(cluster => cluster.Basis == "rate").Select(cluster => (cluster.ClusterId, cluster.Vehicles)) ?? [];

    /// <summary>Says of which listed clusters vehicles are asked for: the relation <c>asked_clusters</c>, in place of what it held.</summary>
    internal void AskOf(IEnumerable<string> clusterIds) => RefillCounted("asked_clusters", clusterIds, (row, id) => row.AppendValue(id));

    /// <summary>Says which dealers' claims of a part and failure mode are their own doing: the relation <c>pattern_dealers</c>, in place of what it held.</summary>
    internal void TakeOut(IEnumerable<(string CausalPart, string FailureMode, string DealerCode)> patterns) => RefillCounted(
        "pattern_dealers", patterns, (row, one) => row.AppendValue(one.CausalPart).AppendValue(one.FailureMode).AppendValue(one.DealerCode));

    /// <summary>Says which claims, by their names in 64 bits, fitted which cluster, and its ratio: the relation <c>fitting_claims</c>, in place of what it held.</summary>
    internal void Fit(IEnumerable<(ulong Claim, string ClusterId, double Ratio)> claims) => RefillCounted(
        "fitting_claims", claims, (row, one) => row.AppendValue(one.Claim).AppendValue(one.ClusterId).AppendValue(one.Ratio));

    /// <summary>Puts rows into a relation that stands beside what clusters are counted from, which is made first.</summary>
    private void RefillCounted<TRow>(string relation, IEnumerable<TRow> rows, Func<IDuckDBAppenderRow, TRow, IDuckDBAppenderRow> append)
    {
        later.Count(connection);
        Refill(relation, rows, append);
    }

    /// <summary>Puts rows into a relation, in place of what it held.</summary>
    private void Refill<TRow>(string relation, IEnumerable<TRow> rows, Func<IDuckDBAppenderRow, TRow, IDuckDBAppenderRow> append)
    {
        Execute(connection, $"delete from {relation};");
        using var appender = connection.CreateAppender("known", relation);
        foreach (var row in rows)
        {
            append(appender.CreateRow(), row).EndRow();
        }
    }

    /// <summary>Says from which figures on vehicles are watched: the relations <c>guarantee_limits</c> and <c>replaced_subjects</c>, in place of what they held.</summary>
    internal void Watch(GuaranteeLimits limits, IEnumerable<ReplacedSubject> subjects)
    {
        Execute(connection, string.Create(CultureInfo.InvariantCulture, $"""
            delete from guarantee_limits;
            insert into guarantee_limits values (
                {limits.Repairs}, {limits.SameProblem}, {limits.Replacements}, {limits.SafetyFaults}, {limits.StayDays}, {limits.EarlyFaultDays}, {limits.EarlyDays}, {Literal(limits.OnlyVin)});
            """));
        Refill("replaced_subjects", subjects, (row, one) => row.AppendValue(one.CausalPart).AppendValue(one.Subject).AppendValue(one.OnlyAsAssembly));
    }

    /// <summary>Says of which claims features are asked: those reviewed, and those closed since a day (all at first).</summary>
    /// <param name="since">First closing day.</param>
    public void AskSince(DateOnly since) => Execute(connection, string.Create(CultureInfo.InvariantCulture, $"update asked_since set since = cast('{since:yyyy-MM-dd}' as date);"));

    /// <summary>Says which claim or vehicle a dossier is of: the relation <c>dossier_subject</c>, in place of what it held.</summary>
    internal void Ask(string? claimId, string? vin) =>
        Execute(connection, $"delete from dossier_subject; insert into dossier_subject values ({Literal(claimId)}, {Literal(vin)});");

    /// <summary>Says by which limits decisions are replayed: the relation <c>replay_limits</c>, in place of what it held.</summary>
    internal void Replay(ReplayLimits limits) => Execute(connection, string.Create(CultureInfo.InvariantCulture, $"""
        delete from replay_limits;
        insert into replay_limits values ({limits.Months}, {limits.Km}, {limits.DuplicateDays}, {(limits.NeedsMaintenance ? "true" : "false")});
        """));

    /// <summary>What a question answered in this scope; asked now where it was not before.</summary>
    internal IReadOnlyList<TRow> Known<TRow>(string file, Func<IReadOnlyList<TRow>> ask)
    {
        if (!known.TryGetValue(file, out var rows))
        {
            known[file] = rows = ask();
        }

        return (IReadOnlyList<TRow>)rows;
    }

    /// <summary>Runs a query and reads its rows into records.</summary>
    /// <param name="file">The file the query comes from, for errors.</param>
    /// <param name="sql">One query.</param>
    /// <exception cref="AnalysisException">The query does not run, or its columns are not the record's.</exception>
    internal IReadOnlyList<TRow> Read<TRow>(string file, string sql)
    {
        later.Make(connection, sql);
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        using var reader = Named(file, command.ExecuteReader);
        return Named(file, () => RowReader<TRow>.ReadAll(reader, file));
    }

    /// <summary>Runs a query whose rows may be too many to hold; no other query runs until they are read.</summary>
    /// <param name="file">The file the query comes from, for errors.</param>
    /// <param name="sql">One query.</param>
    /// <exception cref="AnalysisException">The query does not run, or its columns are not the record's.</exception>
    internal IEnumerable<TRow> Stream<TRow>(string file, string sql)
    {
        later.Make(connection, sql);
        foreach (var row in Rows<TRow>(connection, file, sql))
        {
            yield return row;
        }
    }

    /// <summary>The same, asked once and read as often as wanted: in a large store from a file, else from memory.</summary>
    /// <exception cref="AnalysisException">As in <see cref="Stream"/>.</exception>
    internal IEnumerable<TRow> Answered<TRow>(string file, string sql)
    {
        if (!later.IsLarge)
        {
            return Read<TRow>(file, sql);
        }

        later.Make(connection, sql);
        return Rows<TRow>(connection, file, Named(file, () => later.Answer(connection, sql)));
    }

    /// <summary>The same over a connection of its own: other queries may run while its rows are read, but nothing be said to the warehouse.</summary>
    /// <exception cref="AnalysisException">As in <see cref="Stream"/>.</exception>
    internal IEnumerable<TRow> StreamBeside<TRow>(string file, string sql)
    {
        later.Make(connection, sql);
        var answer = Named(file, () => later.Answer(connection, sql));
        using var beside = connection.Duplicate();
        beside.Open();
        Execute(beside, "set TimeZone = 'UTC'; set search_path = 'known,main';");
        foreach (var row in Rows<TRow>(beside, file, answer))
        {
            yield return row;
        }
    }

    private static IEnumerable<TRow> Rows<TRow>(DuckDBConnection connection, string file, string sql)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        command.UseStreamingMode = true;
        using var reader = Named(file, command.ExecuteReader);
        foreach (var row in RowReader<TRow>.Stream(reader, file))
        {
            yield return row;
        }
    }

    /// <summary>Asks the engine; what it finds wrong names the file of the query.</summary>
    private static TAnswer Named<TAnswer>(string file, Func<TAnswer> ask)
    {
        try
        {
            return ask();
        }
        catch (DuckDBException problem)
        {
            throw new AnalysisException($"{file}: {problem.Message}", problem);
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        connection.Dispose();
        later.Dispose();
    }

    private static Warehouse Finish(DuckDBConnection connection, IEnumerable<StoredTable> tables, Scope scope, long? claims)
    {
        foreach (var table in tables)
        {
            if (table.Table.Name == Tables.Claims.Name)
            {
                Execute(connection, table.CreateAttributes("claim_id, version"));
            }
            else if (table.Table.Name == Tables.Vehicles.Name)
            {
                Execute(connection, table.CreateAttributes("vin"));
                Execute(connection, table.CreateDescribed());
            }
        }

        Enter(connection, scope);
        return new Warehouse(connection, scope, new LaterRelations(claims));
    }

    /// <summary>Makes what is known at the scope's as-of date, in a schema of its own beside the stored tables.</summary>
    private static void Enter(DuckDBConnection connection, Scope scope)
    {
        Execute(connection, "set search_path = 'main'; drop schema if exists known cascade; create schema known; set search_path = 'known,main';");
        Execute(connection, string.Create(CultureInfo.InvariantCulture, $"""
            create table scope as select
                cast('{scope.AsOf:yyyy-MM-dd}' as date) as as_of,
                cast('{scope.Since:yyyy-MM-dd}' as date) as since,
                cast({scope.Alpha:R} as double) as alpha,
                cast({scope.SmallestCount} as integer) as smallest_count,
                cast('{scope.NewSince:yyyy-MM-dd}' as date) as new_since,
                cast({LifeBand.FarKm} as integer) as far_km,
                cast({ClusterDistances.Width} as integer) as distance_width,
                cast({ClusterDistances.LastClass} as integer) as last_distance;
            """));
        // Patterns stand in macros: a pattern that the engine does not know beforehand is compiled again for every row.
        Execute(connection, $"create macro speaks_of_danger(words) as regexp_matches(words, {Literal(DangerWords.Pattern)}, 'i');");
        CheckPattern(connection, scope.WithoutText);
        var leftOut = scope.WithoutText is null ? "false" : $"coalesce(regexp_matches(words, {Literal(scope.WithoutText)}, 'i'), false)";
        Execute(connection, $"create macro is_left_out(words) as {leftOut};");
        Execute(connection, SqlFile.Read(typeof(Warehouse).Assembly, "Views.sql"));
    }

    /// <summary>Where large sorts spill: the machine's folder for temporary files; the store itself is only read.</summary>
    public static string SpillFolder => Path.Combine(Path.GetTempPath(), "claiminsights");

    /// <summary>A connection to an engine of its own, in memory.</summary>
    internal static DuckDBConnection Connect(string? temporaryFolder, string memoryLimit)
    {
        var connection = new DuckDBConnection("DataSource=:memory:");
        connection.Open();
        // Nothing is fetched, nothing is written outside the named folder; the same query answers the same on every machine.
        Execute(connection, "set autoinstall_known_extensions = false; set autoload_known_extensions = false;");
        Execute(connection, $"set memory_limit = '{memoryLimit}'; set TimeZone = 'UTC';");
        var spill = temporaryFolder is null ? "" : temporaryFolder.Replace("'", "''", StringComparison.Ordinal);
        Execute(connection, $"set temp_directory = '{spill}';");
        return connection;
    }

    private static void CheckPattern(DuckDBConnection connection, string? pattern)
    {
        try
        {
            Execute(connection, $"select regexp_matches('', {Literal(pattern ?? "")}, 'i');");
        }
        catch (DuckDBException problem)
        {
            throw new AnalysisException(
                $"'{pattern}' is not a regular expression ({problem.Message.Split('\n')[0]}); expected one in the syntax of RE2, such as \\brecall. Write it so", problem);
        }
    }

    private static string Literal(string? text) => text is null ? "null" : $"'{text.Replace("'", "''", StringComparison.Ordinal)}'";

    /// <summary>Runs statements that answer nothing.</summary>
    internal static void Execute(DuckDBConnection connection, string sql)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }
}
