using ClaimInsights.Analysis;

namespace ClaimInsights.Tests.Analysis;

/// <summary>Sorted rows are taken group by group.</summary>
public class AdjacentTests
{
    [Fact]
    public void neighbours_of_a_key_make_a_group()
    {
        var groups = Adjacent.Groups([1, 3, 2, 4, 6, 5], number => number % 2).Select(group => (group.Key, string.Join(' ', group.Rows)));

        Assert.Equal([(1, "1 3"), (0, "2 4 6"), (1, "5")], groups);
        Assert.Empty(Adjacent.Groups(Array.Empty<int>(), number => number));
    }
}
