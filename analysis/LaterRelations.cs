using System.Text.RegularExpressions;
using DuckDB.NET.Data;

namespace ClaimInsights.Analysis;

/// <summary>
/// Relations that look at every claim and vehicle, made when the first question asks for one and kept for the next: what clusters are counted from
/// (<c>CountedViews.sql</c>, <c>ClusterViews.sql</c>, <c>PopulationViews.sql</c>), the claims that decisions are judged by (<c>SettledClaims.sql</c>), those that suspicion looks back on
/// (<c>JudgedClaims.sql</c>), and the orders that they share (<c>OrderClaims.sql</c>). No question needs all.
/// In a large store each table of theirs is a columnar file in the machine's temporary folder: in memory they would push each other out.
/// </summary>
internal sealed partial class LaterRelations : IDisposable
{
    /// <summary>So many claims are kept in memory; more are written to a file of the machine's temporary folder, which the engine reads by columns.</summary>
    private const long MostInMemory = 500_000;

    private static readonly Group Counted = new(Text("CountedViews.sql") + Text("ClusterViews.sql") + Text("PopulationViews.sql"));

    /// <summary>The claims of what is listed; looked for anew when other clusters are.</summary>
    private static readonly Group Found = new("create or replace table cluster_claims as from found_claims;", Counted);
    private static readonly Group Judged = new(Text("JudgedClaims.sql"));
    private static readonly Group[] Groups =
    [
        Counted, Found, Judged, new(Text("OrderClaims.sql"), Judged), new($"create table settled_claims as {Text("SettledClaims.sql")};\n{Text("SettledViews.sql")}"),
    ];

    private readonly HashSet<Group> made = [];
    private ScratchFolder? folder;
    private int answers;

    /// <param name="claims">Rows of claims in the store; null: everything is kept in memory.</param>
    public LaterRelations(long? claims) => IsLarge = claims > MostInMemory;

    /// <summary>Whether the store is a large one.</summary>
    public bool IsLarge { get; }

    /// <summary>Makes what a query asks for and is not there yet.</summary>
    public void Make(DuckDBConnection connection, string sql)
    {
        foreach (var group in Groups.Where(group => group.Asks.IsMatch(sql)))
        {
            Make(connection, group);
        }
    }

    /// <summary>Makes what clusters are counted from, where it is not there yet.</summary>
    public void Count(DuckDBConnection connection) => Make(connection, Counted);

    /// <summary>Other clusters are listed: their claims are looked for when they are next asked for.</summary>
    public void Relist() => made.Remove(Found);

    /// <summary>Another scope: all is made afresh when it is asked for.</summary>
    public void Forget()
    {
        made.Clear();
        folder?.Dispose();
        folder = null;
    }

    /// <inheritdoc/>
    public void Dispose() => Forget();

    /// <summary>Makes relations that are not there yet, and first what they read from.</summary>
    private void Make(DuckDBConnection connection, Group group)
    {
        if (made.Contains(group))
        {
            return;
        }

        if (group.Needs is { } needed)
        {
            Make(connection, needed);
        }

        Run(connection, group.Script);
        made.Add(group);
    }

    /// <summary>Runs a script; in a large store each table that it makes of a query becomes a file, and a view of it.</summary>
    private void Run(DuckDBConnection connection, string script)
    {
        if (!IsLarge)
        {
            Warehouse.Execute(connection, script);
            return;
        }

        foreach (var statement in Statements(script))
        {
            if (MadeOfQuery().Match(statement) is { Success: true } made)
            {
                Keep(connection, made.Groups["name"].Value, made.Groups["query"].Value);
            }
            else
            {
                Warehouse.Execute(connection, statement);
            }
        }
    }

    /// <summary>
    /// In a large store the answer of a query as a file, in its order, and what reads it: several answers that are read side by side would not have room in memory
    /// together. Else the query itself.
    /// </summary>
    public string Answer(DuckDBConnection connection, string query) => IsLarge ? $"from {Write(connection, $"answer{++answers}", query)}" : query;

    /// <summary>Keeps what a query answers as a file and a view of it, in place of what was kept under the name.</summary>
    private void Keep(DuckDBConnection connection, string name, string query)
    {
        Warehouse.Execute(connection, "set preserve_insertion_order = false");
        var rows = Write(connection, name, query);
        Warehouse.Execute(connection, "set preserve_insertion_order = true");
        Warehouse.Execute(connection, $"create or replace view {name} as from {rows}");
    }

    /// <summary>Writes what a query answers into a file of the machine's temporary folder, and says how its rows are read.</summary>
    private string Write(DuckDBConnection connection, string name, string query)
    {
        folder ??= new("large");
        var file = folder.PathOf($"{name}.parquet").Replace("'", "''", StringComparison.Ordinal);
        Warehouse.Execute(connection, $"copy ({query}) to '{file}' (format parquet, compression snappy)");
        return $"read_parquet('{file}')";
    }

    /// <summary>The statements of a script: each ends with a semicolon at the end of a line.</summary>
    private static IEnumerable<string> Statements(string script) =>
        Regex.Split(Regex.Replace(script, "(?m)^--.*$", ""), @";\s*$", RegexOptions.Multiline).Select(one => one.Trim()).Where(one => one.Length > 0);

    [GeneratedRegex(@"^create (or replace )?table (?<name>\w+) as\b(?<query>.*)$", RegexOptions.Singleline)]
    private static partial Regex MadeOfQuery();

    private static string Text(string file) => SqlFile.Read(typeof(LaterRelations).Assembly, file);

    /// <summary>Relations that are made together.</summary>
    private sealed class Group(string script, Group? needs = null)
    {
        public string Script => script;

        /// <summary>What its script reads from.</summary>
        public Group? Needs => needs;

        /// <summary>Whether a query reads from one of its relations.</summary>
        public Regex Asks { get; } = new(
            $@"\b(from|join)\s+({string.Join('|', Regex.Matches(script, @"(?m)^create (?:or replace )?(?:table|view) (\w+)").Select(one => one.Groups[1].Value))})\b", RegexOptions.IgnoreCase);
    }
}
