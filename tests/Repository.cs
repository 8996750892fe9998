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
    public static string? RealData { get; } = FindRealData();

    private static string FindRoot()
    {
        var folder = AppContext.BaseDirectory;
        while (!File.Exists(Path.Combine(folder, "ClaimInsights.sln")))
        {
            folder = Path.GetDirectoryName(folder) ?? throw new InvalidOperationException("tests run outside the repository");
        }

        return folder;
    }

    private static string? FindRealData()
    {
        var named = Environment.GetEnvironmentVariable("CLAIMINSIGHTS_REALDATA");
        var folder = string.IsNullOrEmpty(named) ? Path.Combine(Root, "..", "shared", "data") : named;
        return Directory.Exists(folder) ? Path.GetFullPath(folder) : null;
    }
}
