using System.Reflection;

namespace ClaimInsights.Analysis;

/// <summary>Words by which a claim says that its failure is dangerous, English and Chinese; see <c>DangerWords.txt</c>.</summary>
internal static class DangerWords
{
    /// <summary>One regular expression (RE2) that any of them matches; letter case makes no difference.</summary>
    public static string Pattern { get; } = string.Join('|', SqlFile.Read(Assembly.GetExecutingAssembly(), "DangerWords.txt")
        .Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)
        .Where(line => line[0] != '#').Select(line => $"(?:{line})"));
}
