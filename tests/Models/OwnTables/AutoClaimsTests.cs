using System.Globalization;
using ClaimInsights.Analysis.Statistics;
using ClaimInsights.Models.OwnTables;

namespace ClaimInsights.Tests.Models.OwnTables;

/// <summary>The auto-insurance claims of 1994 and 1995: taught by the first year, judged on the second.</summary>
public sealed class AutoClaimsTests : IDisposable
{
    private static readonly string[] Months = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];

    private readonly string folder = Directory.CreateTempSubdirectory("own-").FullName;

    public void Dispose() => Directory.Delete(folder, recursive: true);

    // python3 bench/own_table_peers.py (scikit-learn 1.2.1), the best of five peers on 1995: ROC-AUC 0.7424, average precision 0.1482
    [Fact]
    public void the_next_year_is_ranked_at_least_as_well_as_by_the_best_peer()
    {
        var file = Repository.RealData is { } data ? Path.Combine(data, "auto-claims-1994-1995", "claims.csv") : null;
        Assert.SkipUnless(File.Exists(file), "no real data: set CLAIMINSIGHTS_REALDATA to the folder that holds auto-claims-1994-1995");
        var header = File.ReadLines(file).First().Split(',');
        int year = Array.IndexOf(header, "Year"), month = Array.IndexOf(header, "Month"), week = Array.IndexOf(header, "WeekOfMonth"), label = Array.FindIndex(header, name => name.EndsWith("Found_P", StringComparison.Ordinal));
        int[] kept = [.. Enumerable.Range(0, header.Length).Where(i => header[i] is not ("PolicyNumber" or "Year"))];
        var rows = File.ReadLines(file).Skip(1).Select(line => line.Split(',')).ToList();
        string Of(string wanted) => GivenTable.Write(folder, wanted + ".csv", rows.Where(row => row[year] == wanted).Select(row => string.Create(CultureInfo.InvariantCulture,
            $"{string.Join(',', kept.Select(i => row[i]))},{wanted}-{Array.IndexOf(Months, row[month]) + 1:00}-{Math.Min(28, (7 * int.Parse(row[week], CultureInfo.InvariantCulture)) - 6):00}")), string.Join(',', kept.Select(i => header[i])) + ",date");

        OwnTableFolder.Train(new(Of("1994"), header[label], "date"), Path.Combine(folder, "m"));
        var scores = OwnTableFolder.Load(Path.Combine(folder, "m")).Score(Of("1995")).Select(row => row.Score).ToArray();
        bool[] truth = [.. rows.Where(row => row[year] == "1995").Select(row => row[label] == "1")];

        Assert.InRange(Ranking.RocAuc(scores, truth), 0.7424, 1);
        Assert.InRange(Ranking.AveragePrecision(scores, truth), 0.1482, 1);
    }
}
