using System.Data.Common;
using DuckDB.NET.Data;

namespace ClaimInsights.Ingest;

/// <summary>Takes the rows of one claim version after another, in order, and says of each whether it is known, amends or conflicts.</summary>
internal sealed class ClaimFold(IReadOnlyList<string> columns, IReadOnlyList<int> key)
{
    private readonly string?[] current = new string?[columns.Count];
    private readonly string?[] row = new string?[columns.Count];
    private bool started;

    /// <summary>Judges the next row: <c>_ord</c>, then the columns as text; a negative <c>_ord</c> is the store's own row.</summary>
    public void Next(DbDataReader reader, DuckDBAppender outcome)
    {
        for (var index = 0; index < row.Length; index++)
        {
            row[index] = reader.IsDBNull(index + 1) ? null : reader.GetString(index + 1);
        }

        if (!started || key.Any(index => row[index] != current[index]))
        {
            // The first row of a key: the store's own, or a new one, which needs no outcome.
            row.CopyTo(current, 0);
            started = true;
            return;
        }

        Judge(reader.GetInt64(0), outcome);
    }

    private void Judge(long order, DuckDBAppender outcome)
    {
        var conflicts = false;
        var fills = false;
        for (var index = 0; index < row.Length; index++)
        {
            if (row[index] is not { } value || value == current[index])
            {
                continue;
            }

            fills |= current[index] is null;
            if (current[index] is not null)
            {
                conflicts = true;
                outcome.CreateRow().AppendValue(order).AppendValue(TableIntake.Conflict).AppendValue(columns[index]).AppendValue(value).EndRow();
            }
        }

        if (conflicts)
        {
            return;
        }

        outcome.CreateRow().AppendValue(order).AppendValue(fills ? TableIntake.Amends : TableIntake.Known).AppendNullValue().AppendNullValue().EndRow();
        for (var index = 0; index < row.Length; index++)
        {
            current[index] ??= row[index];
        }
    }
}
