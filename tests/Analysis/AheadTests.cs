using ClaimInsights.Analysis;

namespace ClaimInsights.Tests.Analysis;

/// <summary>Items that are made while the one before is worked on.</summary>
public class AheadTests
{
    [Fact]
    public void items_come_in_their_order_and_no_more_than_one_is_made_before_it_is_asked_for()
    {
        var made = 0;
        IEnumerable<int> Numbers()
        {
            for (var i = 0; i < 20; i++)
            {
                Interlocked.Increment(ref made);
                yield return i;
            }
        }

        var seen = new List<int>();
        foreach (var number in Numbers().OneAhead())
        {
            seen.Add(number);
            Assert.InRange(Volatile.Read(ref made), seen.Count, seen.Count + 1);
        }

        Assert.Equal(Enumerable.Range(0, 20), seen);
        Assert.Empty(Array.Empty<int>().OneAhead());
    }

    [Fact]
    public void what_goes_wrong_is_said_after_the_items_before_and_the_source_is_closed_when_the_rest_is_not_wanted()
    {
        var isClosed = false;
        IEnumerable<int> Numbers()
        {
            try
            {
                yield return 1;
                yield return 2;
                throw new InvalidDataException("third");
            }
            finally
            {
                isClosed = true;
            }
        }

        var seen = new List<int>();
        Assert.Equal("third", Assert.Throws<InvalidDataException>(() => seen.AddRange(Numbers().OneAhead())).Message);
        Assert.Equal([1, 2], seen);

        isClosed = false;
        Assert.Equal(1, Numbers().OneAhead().First());
        Assert.True(isClosed);
    }
}
