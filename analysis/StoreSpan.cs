using ClaimInsights.Ingest;
using DuckDB.NET.Data;

namespace ClaimInsights.Analysis;

/// <summary>From when to when a store has closed claims.</summary>
/// <param name="FirstClosedOn">Earliest closing.</param>
/// <param name="LastClosedOn">Latest closing: the as-of date where none is asked for.</param>
public sealed record StoreSpan(DateOnly FirstClosedOn, DateOnly LastClosedOn)
{
    /// <summary>The span of a store.</summary>
    /// <exception cref="AnalysisException">The store has no claims.</exception>
    public static StoreSpan Of(ClaimStore store)
    {
        ArgumentNullException.ThrowIfNull(store);
        using var connection = new DuckDBConnection("DataSource=:memory:");
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = StoredTable.Of(store, Tables.Claims).CreateView() + " select min(closed_on), max(closed_on) from stored_claims;";
        using var reader = command.ExecuteReader();
        reader.Read();
        return reader.IsDBNull(0)
            ? throw new AnalysisException($"{store.Folder}: the store has no claims yet. Take a delivery in: claiminsights ingest PATH --store {store.Folder}")
            : new StoreSpan(reader.GetFieldValue<DateOnly>(0), reader.GetFieldValue<DateOnly>(1));
    }

    /// <summary>The day asked for, else the latest closing.</summary>
    /// <exception cref="AnalysisException">The day lies before the first closing.</exception>
    public DateOnly AsOf(DateOnly? asked) => asked < FirstClosedOn
        ? throw new AnalysisException(
            $"as-of {asked:yyyy-MM-dd}: it lies before the first closing in the store, {FirstClosedOn:yyyy-MM-dd}; " +
            $"expected a day up to {LastClosedOn:yyyy-MM-dd} or later. Choose a later --as-of")
        : asked ?? LastClosedOn;
}
