using System.Runtime.InteropServices;

namespace ClaimInsights.Models;

/// <summary>What each dealer's claims have been like, beside everyone's, as far as they have been judged and reviewed.</summary>
/// <param name="reviews">Reviews by day.</param>
internal sealed class DealerReading(IReadOnlyList<JudgedReview> reviews)
{
    private readonly Dictionary<string, Counts> dealers = new(StringComparer.Ordinal);
    private readonly Dictionary<string, int> parts = new(StringComparer.Ordinal);
    private readonly Dictionary<(string Dealer, string Part), int> dealerParts = [];
    private Counts all;
    private int read;

    /// <summary>Takes in the reviews whose finding was given before a day.</summary>
    public void ReviewsBefore(DateOnly day)
    {
        for (; read < reviews.Count && reviews[read].FoundOn < day; read++)
        {
            Add(reviews[read].DealerCode, new() { Reviewed = 1, Found = reviews[read].IsOwnerCaused ? 1 : 0 });
        }
    }

    /// <summary>What the claim's dealer had been like so far.</summary>
    public DealerPast Of(JudgedClaim claim)
    {
        var own = dealers.GetValueOrDefault(claim.DealerCode);
        return new(
            own.Claims, all.Claims, dealerParts.GetValueOrDefault((claim.DealerCode, claim.CausalPart)), parts.GetValueOrDefault(claim.CausalPart),
            own.Refused, all.Refused, own.Unreturned, all.Unreturned, own.Reviewed, all.Reviewed, own.Found, all.Found);
    }

    /// <summary>Takes in a judged claim.</summary>
    public void Learn(JudgedClaim claim)
    {
        Add(claim.DealerCode, new() { Claims = 1, Refused = claim.IsRefusedAsOwners ? 1 : 0, Unreturned = claim.IsOldPartMissing ? 1 : 0 });
        CollectionsMarshal.GetValueRefOrAddDefault(parts, claim.CausalPart, out _)++;
        CollectionsMarshal.GetValueRefOrAddDefault(dealerParts, (claim.DealerCode, claim.CausalPart), out _)++;
    }

    private void Add(string dealer, Counts more)
    {
        ref var own = ref CollectionsMarshal.GetValueRefOrAddDefault(dealers, dealer, out _);
        own = own.With(more);
        all = all.With(more);
    }

    private readonly record struct Counts(int Claims, int Refused, int Unreturned, int Reviewed, int Found)
    {
        public Counts With(Counts more) => new(
            Claims + more.Claims, Refused + more.Refused, Unreturned + more.Unreturned, Reviewed + more.Reviewed, Found + more.Found);
    }
}
