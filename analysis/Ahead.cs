namespace ClaimInsights.Analysis;

/// <summary>Work on one item while the next is made.</summary>
public static class Ahead
{
    /// <summary>
    /// The same items in their order. While one is worked on the next is made on another thread, and no more than these two are held; items are made one after the other.
    /// </summary>
    /// <param name="items">Made when they are asked for.</param>
    public static IEnumerable<T> OneAhead<T>(this IEnumerable<T> items)
    {
        ArgumentNullException.ThrowIfNull(items);
        return Made();

        IEnumerable<T> Made()
        {
            using var each = items.GetEnumerator();
            var next = Task.Run(each.MoveNext);
            try
            {
                while (next.GetAwaiter().GetResult())
                {
                    var item = each.Current;
                    next = Task.Run(each.MoveNext);
                    yield return item;
                }
            }
            finally
            {
                // What is being made belongs to a reader that is about to be closed.
                ((IAsyncResult)next).AsyncWaitHandle.WaitOne();
            }
        }
    }
}
