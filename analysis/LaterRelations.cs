using System.Text.RegularExpressions;
using DuckDB.NET.Data;

namespace ClaimInsights.Analysis;

/// <summary>
/// Relations that look at every claim and vehicle, made when the first question asks for one and kept for the next: what clusters are counted from
/// (<c>CountedViews.sql</c>, <c>ClusterViews.sql</c>), the claims that decisions are judged by (<c>SettledClaims.sql</c>), and those that suspicion looks back on
/// (<c>JudgedClaims.sql</c>). No question needs all.
/// </summary>
internal sealed class LaterRelations : IDisposable
{
    /// <summary>So many claims are kept in memory; more are written to a file of the machine's temporary folder, which the engine reads by columns.</summary>
    private const long MostInMemory = 500_000;

    private static readonly string Counted = Text("CountedViews.sql") + Text("ClusterViews.sql");
    private static readonly Regex AsksCounted = Asks(Counted);
    private static readonly Regex AsksSettled = Asks("create view settled_claims\n" + Text("SettledViews.sql"));

    private static readonly Regex AsksJudged = Asks("create view judged_claims");

    private readonly bool isLarge;
    private bool isCounted;
    private bool isSettled;
    private bool isJudged;
    private DirectoryInfo? folder;

    /// <param name="claims">Rows of claims in the store; null: everything is kept in memory.</param>
    public LaterRelations(long? claims) => isLarge = claims > MostInMemory;

    /// <summary>Makes what a query asks for and is not there yet.</summary>
    public void Make(DuckDBConnection connection, string sql)
    {
        if (AsksCounted.IsMatch(sql))
        {
            Count(connection);
        }

        if (!isSettled && AsksSettled.IsMatch(sql))
        {
            Settle(connection);
            isSettled = true;
        }

        if (!isJudged && AsksJudged.IsMatch(sql))
        {
            // Ten questions look back on them one after the other.
            Warehouse.Execute(connection, $"create {(isLarge ? "view" : "table")} judged_claims as {Text("JudgedClaims.sql")}");
            isJudged = true;
        }
    }

    /// <summary>Makes what clusters are counted from, where it is not there yet.</summary>
    public void Count(DuckDBConnection connection)
    {
        if (!isCounted)
        {
            Warehouse.Execute(connection, Counted);
            isCounted = true;
        }
    }

    /// <summary>Another scope: all is made afresh when it is asked for.</summary>
    public void Forget()
    {
        (isCounted, isSettled, isJudged) = (false, false, false);
        folder?.Delete(recursive: true);
        folder = null;
    }

    /// <inheritdoc/>
    public void Dispose() => Forget();

    private void Settle(DuckDBConnection connection)
    {
        var claims = Text("SettledClaims.sql");
        if (isLarge)
        {
            folder = Directory.CreateTempSubdirectory("claiminsights-");
            var file = Path.Combine(folder.FullName, "settled_claims.parquet").Replace("'", "''", StringComparison.Ordinal);
            Warehouse.Execute(connection, "set preserve_insertion_order = false");
            Warehouse.Execute(connection, $"copy ({claims}) to '{file}' (format parquet, compression snappy)");
            Warehouse.Execute(connection, "set preserve_insertion_order = true");
            Warehouse.Execute(connection, $"create view settled_claims as select * from read_parquet('{file}')");
        }
        else
        {
            Warehouse.Execute(connection, $"create table settled_claims as {claims}");
        }

        Warehouse.Execute(connection, Text("SettledViews.sql"));
    }

    /// <summary>Whether a query reads from one of the relations that a script makes.</summary>
    private static Regex Asks(string script) => new(
        $@"\b(from|join)\s+({string.Join('|', Regex.Matches(script, @"(?m)^create (?:table|view) (\w+)").Select(made => made.Groups[1].Value))})\b", RegexOptions.IgnoreCase);

    private static string Text(string file) => SqlFile.Read(typeof(LaterRelations).Assembly, file);
}
