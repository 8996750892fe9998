using System.Xml.Linq;

namespace ClaimInsights.Tests;

/// <summary>The house: a project references only projects to its left, and the simulator stands beside the line.</summary>
public class ProjectReferenceTests
{
    private static readonly string[] Line = ["ingest", "analysis", "models", "reports", "app"];

    [Theory, InlineData("ingest"), InlineData("analysis"), InlineData("models"), InlineData("reports")]
    public void a_project_references_only_projects_to_its_left(string project)
    {
        var left = Line[..Array.IndexOf(Line, project)];

        Assert.All(ReferencesOf(project), reference => Assert.Contains(reference, left));
    }

    [Fact]
    public void the_simulator_references_nothing()
    {
        Assert.Empty(ReferencesOf("simulator"));
        Assert.Empty(Project("simulator").Descendants("PackageReference"));
    }

    [Fact]
    public void only_app_tests_and_bench_reference_the_simulator()
    {
        var projects = Directory.GetFiles(Repository.Root, "*.csproj", SearchOption.AllDirectories)
            .Select(file => Path.GetFileNameWithoutExtension(file))
            .Where(name => ReferencesOf(name).Contains("simulator"))
            .Order(StringComparer.Ordinal);

        Assert.Equal(["app", "bench", "tests"], projects);
    }

    private static XDocument Project(string name) => XDocument.Load(Path.Combine(Repository.Root, name, name + ".csproj"));

    private static IReadOnlyList<string> ReferencesOf(string name) =>
        [.. Project(name).Descendants("ProjectReference").Select(reference => Path.GetFileNameWithoutExtension((string)reference.Attribute("Include")!))];
}
