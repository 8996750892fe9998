using ClaimInsights.Models;

namespace ClaimInsights.Bench;

/// <summary>The tables of features and rules as docs/suspicion.md has them.</summary>
internal static class SuspicionTables
{
    public static int Print()
    {
        Console.WriteLine("| name | unit | source | why |\n|---|---|---|---|");
        foreach (var feature in FeatureTable.All)
        {
            Console.WriteLine($"| {feature.Name} | {feature.Unit} | {feature.Source} | {feature.Why} |");
        }

        Console.WriteLine("\n| code | points to | log-likelihood ratio | fires | sentence |\n|---|---|---|---|---|");
        foreach (var rule in Rules.All)
        {
            Console.WriteLine(RuleTable.Line(rule));
        }

        return 0;
    }
}
