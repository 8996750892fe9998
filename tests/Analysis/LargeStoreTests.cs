using ClaimInsights.Analysis;
using ClaimInsights.Models;
using static ClaimInsights.Tests.Given;

namespace ClaimInsights.Tests.Analysis;

/// <summary>A large store keeps what questions share in files of the machine's temporary folder: the answers are the same, and nothing stays behind.</summary>
public class LargeStoreTests
{
    private const long Many = 20_000_000;

    [Fact]
    public void a_large_store_is_answered_from_files_as_a_small_one_from_memory()
    {
        using var small = Rows(ClusterFitTests.Fleet());
        using var large = Rows(ClusterFitTests.Fleet(), claims: Many);

        var (inMemory, fromFiles) = (DefectFindings.In(small), DefectFindings.In(large));

        Assert.NotEmpty(inMemory.Clusters);
        Assert.Equal(inMemory.Clusters, fromFiles.Clusters);
        Assert.Equal(inMemory.BuildMonths, fromFiles.BuildMonths);
        Assert.Equal(inMemory.Fits, fromFiles.Fits);
        Assert.Equal(Analyses.CountedClaims.Run(small), Analyses.CountedClaims.Run(large));
        Assert.Equal(Analyses.UnitRejections.Run(small), Analyses.UnitRejections.Run(large));
        Assert.Equal(ClusterVehicle.In(small), ClusterVehicle.In(large));
        Assert.NotEmpty(ClusterVehicle.In(large));
        Assert.Equal(CalendarOnset.In(small), CalendarOnset.In(large));
        Assert.Equal(RateTriangles.In(small, inMemory.Clusters, inMemory.Lag), RateTriangles.In(large, fromFiles.Clusters, fromFiles.Lag));
    }

    [Fact]
    public void what_is_known_of_claims_is_the_same_where_answers_lie_in_files()
    {
        using var small = Rows(ClusterFitTests.Fleet());
        using var large = Rows(ClusterFitTests.Fleet(), claims: Many);

        var features = ClaimFeatures.Read(small, []);

        Assert.NotEmpty(features);
        Assert.Equal(features, ClaimFeatures.Read(large, []));
        Assert.Equal(features, ClaimFeatures.Stream(large, []).SelectMany(part => part).OrderBy(row => row.Claim.ClaimId, StringComparer.Ordinal));
    }

    [Fact]
    public void the_files_go_with_the_warehouse()
    {
        string[] Folders() => Directory.GetDirectories(Path.GetTempPath(), "claiminsights-large-*");
        var before = Folders();
        using (var large = Rows(ClusterFitTests.Fleet().Take(300), claims: Many))
        {
            Analyses.CountedClaims.Run(large);
            Assert.NotEmpty(Folders().Except(before));
            large.Move(new Scope(new DateOnly(2026, 5, 31)));
            Analyses.CountedClaims.Run(large);
        }

        Assert.Empty(Folders().Except(before));
    }
}
