using System.Reflection;
using System.Text;
using System.Text.RegularExpressions;
using System.Xml.Linq;
using ClaimInsights.Analysis;
using ClaimInsights.Analysis.Insights;
using ClaimInsights.App;

namespace ClaimInsights.Tests.App;

/// <summary>docs/insights.md follows the code: its tables and columns are exactly what is made from the records here.</summary>
public sealed partial class InsightsDocumentTests
{
    private static readonly string Document = Path.Combine(Repository.Root, "docs", "insights.md");
    private static readonly Dictionary<Assembly, XElement> Comments = [];

    // CLAIMINSIGHTS_UPDATE_DOCS=1 writes the part anew instead of comparing it.
    [Fact]
    public void every_table_and_column_is_documented()
    {
        var text = File.ReadAllText(Document);
        const string Begin = "<!-- tables: from the code -->\n";
        var start = text.IndexOf(Begin, StringComparison.Ordinal) + Begin.Length;
        var stop = text.IndexOf("<!-- end of tables -->", StringComparison.Ordinal);
        var expected = string.Concat(Tables().Select(table => Section(table.Name, table.Row)));
        if (Environment.GetEnvironmentVariable("CLAIMINSIGHTS_UPDATE_DOCS") == "1")
        {
            File.WriteAllText(Document, text[..start] + expected + text[stop..]);
            return;
        }

        Assert.Equal(expected, text[start..stop]);
    }

    /// <summary>The product's list of insight tables: a table that is not in it is neither exported nor documented.</summary>
    private static IEnumerable<(string Name, Type Row)> Tables() => typeof(Insights).GetFields(BindingFlags.Public | BindingFlags.Static)
        .Where(field => field.FieldType.IsGenericType && field.FieldType.GetGenericTypeDefinition() == typeof(Insight<>))
        .Select(field => (field.FieldType.GetProperty("Name")!.GetValue(field.GetValue(null))!.ToString()!, field.FieldType.GetGenericArguments()[0]));

    private static string Section(string name, Type row)
    {
        var comment = CommentOf(row);
        var text = new StringBuilder($"\n## {name}\n{Words(comment.Element("summary")!)}\n\n| column | type | meaning |\n|---|---|---|\n");
        foreach (var column in (IReadOnlyList<InsightColumn>)typeof(InsightColumns).GetMethod(nameof(InsightColumns.Of))!.MakeGenericMethod(row).Invoke(null, null)!)
        {
            var meaning = comment.Elements("param").SingleOrDefault(one => one.Attribute("name")!.Value == column.Property.Name);
            Assert.True(meaning is not null, $"{row.Name}.{column.Property.Name} has no meaning");
            text.Append($"| `{column.Name}` | {TypeWords(column)} | {Words(meaning)} |\n");
        }

        return text.ToString();
    }

    private static string TypeWords(InsightColumn column)
    {
        var type = column.Type switch
        {
            var one when one == typeof(string) => "text",
            var one when one == typeof(DateOnly) => "date",
            var one when one == typeof(bool) => "bool",
            var one when one == typeof(decimal) => "decimal",
            var one when one == typeof(double) => "double",
            _ => "integer",
        };
        return column.MayBeNull ? type + ", may be empty" : type;
    }

    private static XElement CommentOf(Type row)
    {
        if (!Comments.TryGetValue(row.Assembly, out var all))
        {
            Comments[row.Assembly] = all = XElement.Load(Path.ChangeExtension(row.Assembly.Location, ".xml")).Element("members")!;
        }

        return all.Elements("member").Single(member => member.Attribute("name")!.Value == "T:" + row.FullName);
    }

    /// <summary>A comment as one line of Markdown.</summary>
    private static string Words(XElement comment)
    {
        var text = string.Concat(comment.Nodes().Select(node => node switch
        {
            XElement { Name.LocalName: "c" } code => $"`{code.Value}`",
            XElement { Name.LocalName: "see" } link => $"`{ColumnOf(link.Attribute("cref")!.Value)}`",
            XElement { Name.LocalName: "paramref" } name => $"`{ColumnName.Of(name.Attribute("name")!.Value)}`",
            _ => node is XText plain ? plain.Value : ((XElement)node).Value,
        }));
        return Blanks().Replace(text, " ").Trim().Replace("|", "\\|", StringComparison.Ordinal);
    }

    private static string ColumnOf(string reference) => reference[0] == 'P' ? ColumnName.Of(reference[(reference.LastIndexOf('.') + 1)..]) : reference[(reference.LastIndexOf('.') + 1)..];

    [GeneratedRegex(@"\s+")]
    private static partial Regex Blanks();
}
