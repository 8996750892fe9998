using System.Text;
using ClaimInsights.Ingest;

namespace ClaimInsights.Tests.Ingest;

/// <summary>docs/ingestion.md follows the code: its lists of headers, values and problems are exactly what is made from it here.</summary>
public sealed class IngestionDocumentTests
{
    private static readonly string Document = Path.Combine(Repository.Root, "docs", "ingestion.md");

    [Fact]
    public void every_known_header_and_value_is_documented()
    {
        var text = new StringBuilder("\n| column | headers |\n|---|---|\n");
        foreach (var (column, headers) in ChineseHeaders.All)
        {
            text.Append("| `").Append(column).Append("` | ").AppendJoin(", ", headers).Append(" |\n");
        }

        text.Append("\nIn a file of claims these are kept as attributes:\n\n| attribute | headers |\n|---|---|\n");
        foreach (var (attribute, headers) in ChineseHeaders.ClaimAttributes)
        {
            text.Append("| `").Append(attribute).Append("` | ").AppendJoin(", ", headers).Append(" |\n");
        }

        text.Append("\n| column | code | values |\n|---|---|---|\n");
        foreach (var (column, code, values) in ChineseValues.All)
        {
            text.Append("| `").Append(column).Append("` | `").Append(code).Append("` | ").AppendJoin(", ", values).Append(" |\n");
        }

        DocumentPart.Holds(Document, "headers", text.Append('\n').ToString());
    }

    [Fact]
    public void every_problem_is_documented() => DocumentPart.Holds(
        Document,
        "problems",
        "\n| code | meaning |\n|---|---|\n" + string.Concat(Problem.All.Select(problem => $"| `{problem.Code}` | {problem.Meaning} |\n")) + "\n");

    [Fact]
    public void problem_codes_are_unique() => Assert.Equal(Problem.All.Count, Problem.All.Select(problem => problem.Code).Distinct().Count());
}
