using ClaimInsights.Analysis;

namespace ClaimInsights.Tests.Analysis;

/// <summary>Equal texts of many rows are one object.</summary>
public class TextPoolTests
{
    [Fact]
    public void an_equal_text_is_the_one_that_came_first()
    {
        var (pool, first, second) = (new TextPool(), new string('a', 3), new string('a', 3));

        Assert.Same(first, pool.Same(first));
        Assert.Same(first, pool.Same(second));
        Assert.Equal("b", pool.Same("b"));
    }

    [Fact]
    public void a_column_of_ids_is_not_held_at_all()
    {
        var pool = new TextPool();
        for (var i = 0; i < 30_000; i++)
        {
            pool.Same($"W{i}");
        }

        var (late, again) = (new string('c', 4), new string('c', 4));
        Assert.Same(late, pool.Same(late));
        Assert.Same(again, pool.Same(again));
    }
}
