using System.Reflection;
using ClaimInsights.Analysis;
using ClaimInsights.Models;

namespace ClaimInsights.Tests.Analysis;

/// <summary>Every SQL file is listed, documented, ends in its record, and runs.</summary>
public class SqlFileTests
{
    /// <summary>Views are not a question; they are what the questions are asked of.</summary>
    private static readonly string[] NoQuestion = ["Views.sql", "CountedViews.sql", "SettledClaims.sql", "SettledViews.sql", "JudgedClaims.sql", "OrderClaims.sql", "ClusterViews.sql", "PopulationViews.sql"];

    [Fact]
    public void every_sql_file_is_listed_and_runs_on_an_empty_store()
    {
        using var warehouse = Given.Rows([]);
        var files = Listed().Select(property =>
        {
            var analysis = property.GetValue(null)!;
            analysis.GetType().GetMethod("Run")!.Invoke(analysis, [warehouse]);
            return (string)analysis.GetType().GetProperty("File")!.GetValue(analysis)!;
        }).ToList();

        Assert.Equal(Embedded().Except(NoQuestion).Order(StringComparer.Ordinal), files.Order(StringComparer.Ordinal));
    }

    [Fact]
    public void every_sql_file_begins_with_its_question_and_avoids_what_engines_do_differently()
    {
        foreach (var file in Embedded())
        {
            var sql = Text(file);
            Assert.True(sql.StartsWith("-- ", StringComparison.Ordinal), $"{file} does not begin with its question");
            Assert.DoesNotContain("random()", sql, StringComparison.OrdinalIgnoreCase);
            Assert.True(sql.Split('\n').Length <= 300, $"{file} is long");
        }
    }

    /// <summary>Questions of the product stand in <see cref="Analyses"/>, those of the model's features on the record of their rows.</summary>
    private static IEnumerable<PropertyInfo> Listed() =>
        typeof(Analyses).GetProperties(BindingFlags.Public | BindingFlags.Static).Concat(typeof(Suspicion).Assembly.GetTypes()
            .SelectMany(type => type.GetProperties(BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Static | BindingFlags.DeclaredOnly))
            .Where(property => property.PropertyType.IsGenericType && property.PropertyType.GetGenericTypeDefinition() == typeof(Analysis<>)));

    private static IEnumerable<string> Embedded() =>
        Assemblies().SelectMany(assembly => assembly.GetManifestResourceNames()).Where(name => name.EndsWith(".sql", StringComparison.Ordinal));

    private static IEnumerable<Assembly> Assemblies() => [typeof(Analyses).Assembly, typeof(Suspicion).Assembly];

    private static string Text(string file) =>
        SqlFile.Read(Assemblies().First(assembly => assembly.GetManifestResourceNames().Contains(file)), file);
}
