namespace ClaimInsights.Tests;

/// <summary>Where the sources and the real data lie, seen from a test.</summary>
internal static class Repository
{
    /// <summary>The repository's root: the folder of ClaimInsights.sln.</summary>
    public static string Root { get; } = FindRoot();

    /// <summary>
    /// The folder of real data that is never part of the repository: <c>CLAIMINSIGHTS_REALDATA</c>, else
    /// <c>../shared/data</c> from the root; null where neither exists, and tests of it skip.
    /// </summary>
    public static string? RealData { get; } = Find("CLAIMINSIGHTS_REALDATA", "data");

    /// <summary>The folder of reference results of other programs: <c>CLAIMINSIGHTS_GOLDEN</c>, else <c>../shared/golden</c>; null where neither exists.</summary>
    public static string? Golden { get; } = Find("CLAIMINSIGHTS_GOLDEN", "golden");

    private static string FindRoot()
    {
        var folder = AppContext.BaseDirectory;
        while (!File.Exists(Path.Combine(folder, "ClaimInsights.sln")))
        {
            folder = Path.GetDirectoryName(folder) ?? throw new InvalidOperationException("tests run outside the repository");
        }

        return folder;
    }

    private static string? Find(string variable, string name)
    {
        var named = Environment.GetEnvironmentVariable(variable);
        var folder = string.IsNullOrEmpty(named) ? Path.Combine(Root, "..", "shared", name) : named;
        return Directory.Exists(folder) ? Path.GetFullPath(folder) : null;
    }
}
