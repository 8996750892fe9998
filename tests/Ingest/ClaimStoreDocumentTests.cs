using System.Text;
using ClaimInsights.Ingest;

namespace ClaimInsights.Tests.Ingest;

/// <summary>docs/claim-store.md follows the code: its tables of columns are exactly what is made from it here.</summary>
public sealed class ClaimStoreDocumentTests
{
    private static readonly string Document = Path.Combine(Repository.Root, "docs", "claim-store.md");

    [Fact]
    public void every_table_and_column_is_documented() => DocumentPart.Holds(Document, "tables", string.Concat(Tables.All.Select(OfTable)));

    private static string OfTable(Table table)
    {
        var text = new StringBuilder().Append("\n### ").Append(table.Name).Append("\nKey: ").AppendJoin(", ", table.Key.Select(key => $"`{key}`")).Append(". ").Append(table.Policy switch
        {
            RowPolicy.Versioned => "Versions: the highest is current, empty cells may be filled.",
            RowPolicy.Replaced => $"A later row replaces an earlier one, which goes to `{table.HistoryName}/`.",
            _ => "Rows are only ever added.",
        });
        text.Append(table.TakesAttributes ? " Every further column becomes an attribute.\n\n" : "\n\n").Append("| column | type | values | meaning |\n|---|---|---|---|\n");
        foreach (var column in table.Columns)
        {
            text.Append("| `").Append(column.Name).Append('`').Append(column.Required ? " \\*" : "").Append(" | ").Append(column.SqlType).Append(" | ").Append(Values(column)).Append(" | ").Append(column.Meaning).Append(" |\n");
        }

        return text.Append(table == Tables.All[^1] ? "\n" : "").ToString();
    }

    private static string Values(Column column)
    {
        var limits = column.Minimum is null && column.Maximum is null ? "" : FormattableString.Invariant($"{column.Minimum}…{column.Maximum}");
        var values = column.Codes.Count > 0 ? string.Join(", ", column.Codes) : column.Type == ColumnType.Vin ? "a VIN" : limits;
        return column.Default is null ? values : $"{values}; empty = {column.Default}";
    }
}
