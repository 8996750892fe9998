using ClaimInsights.Models;
using static ClaimInsights.Tests.Models.GivenFeatures;

namespace ClaimInsights.Tests.Models;

/// <summary>What a model learns from, however many claims there are.</summary>
public class TeachingClaimsTests
{
    private static readonly IReadOnlyList<ClaimFeatures> Features = Reviewed(1800);

    [Fact]
    public void what_can_be_held_is_known_whole_and_by_id_whatever_the_order()
    {
        var claims = TeachingClaims.Of(Features.Reverse().Chunk(70));

        Assert.True(claims.IsWhole);
        Assert.Equal(Features.OrderBy(row => row.Claim.ClaimId, StringComparer.Ordinal), claims.Known);
        Assert.Equal(claims.Known.Where(row => row.Claim.Finding is not null), claims.Reviewed);
    }

    [Fact]
    public void of_more_the_same_are_drawn_in_any_order_and_every_review_stays()
    {
        var claims = TeachingClaims.Of(Features.Chunk(70), most: 500);

        Assert.False(claims.IsWhole);
        Assert.Equal(500, claims.Known.Count);
        Assert.Equal(claims.Known, TeachingClaims.Of(Features.Reverse().Chunk(111), most: 500).Known);
        Assert.Equal(Features.Count(row => row.Claim.Finding is not null), claims.Reviewed.Count);
        // Reviewed claims are drawn as often as others: the level of all is the level of those drawn.
        var share = claims.Reviewed.Count / (double)Features.Count;
        Assert.InRange(claims.Known.Count(row => row.Claim.Finding is not null) / 500.0, share - 0.06, share + 0.06);
    }

    [Fact]
    public void a_model_of_a_part_of_the_claims_scores_nearly_as_one_of_all()
    {
        var (whole, part) = (SuspicionModel.Train(Features, seed: 1, Given.AsOf), SuspicionModel.Train(TeachingClaims.Of([Features], most: 900), seed: 1, Given.AsOf));
        var (all, some) = (whole.Scores(Features), part.Scores(Features));

        Assert.Equal(whole.Card.TrainingLabels, part.Card.TrainingLabels);
        Assert.InRange(some.Average() / all.Average(), 0.9, 1.1);
        Assert.True(all.Zip(some, (one, other) => Math.Abs(one - other)).Average() < 0.02);
    }
}
