namespace ClaimInsights.Tests.Simulator;

/// <summary>What claims rejected as owner-caused look like: by part and failure mode, and in words, against the table's paid ones.</summary>
internal sealed class RejectedProfile
{
    private readonly Dictionary<string, double> charts = [];
    private readonly Dictionary<string, double> words = [];

    public static RejectedProfile Of(OwnerDamageTable table)
    {
        var claims = table.Fleet.Delivery("claims");
        var rejected = table.Fleet.CurrentClaims()
            .Where(row => claims.Get(row, "verdict") == "rejected" && claims.Get(row, "attribution") is "owner" or "external").ToList();
        var profile = new RejectedProfile();
        var ratio = rejected.Count / (double)table.Rows.Count;
        Learn(profile.charts, rejected.Select(row => (IEnumerable<string>)[claims.Get(row, "causal_part") + claims.Get(row, "failure_mode")]), table.Rows.Select(row => (IEnumerable<string>)[Chart(row)]), ratio, 3);
        Learn(profile.words, rejected.Select(row => Words(claims.Get(row, "cause"))), table.Rows.Select(row => Words(row["cause"])), ratio, 10);
        return profile;
    }

    public double Profile(IReadOnlyDictionary<string, string> row) => charts.GetValueOrDefault(Chart(row));

    public double Words(IReadOnlyDictionary<string, string> row) => Math.Clamp(Words(row["cause"]).Sum(word => words.GetValueOrDefault(word)), -2, 2);

    private static string Chart(IReadOnlyDictionary<string, string> row) => row["causal_part"] + row["failure_mode"];

    // Whole remarks: what comes after the finding, the last sentence.
    private static IEnumerable<string> Words(string cause)
    {
        var end = cause.TrimEnd('.', '。').LastIndexOfAny(['.', '。']);
        return end < 0 ? [] : [cause[(end + 1)..].Trim()];
    }

    private static void Learn(Dictionary<string, double> odds, IEnumerable<IEnumerable<string>> rejected, IEnumerable<IEnumerable<string>> paid, double ratio, double shrink)
    {
        var a = Count(rejected);
        var b = Count(paid);
        foreach (var key in a.Keys.Union(b.Keys))
        {
            odds[key] = Math.Log((a.GetValueOrDefault(key) + shrink) / ((b.GetValueOrDefault(key) * ratio) + shrink));
        }
    }

    private static Dictionary<string, double> Count(IEnumerable<IEnumerable<string>> rows)
    {
        var counts = new Dictionary<string, double>();
        foreach (var key in rows.SelectMany(row => row))
        {
            counts[key] = counts.GetValueOrDefault(key) + 1;
        }

        return counts;
    }
}
