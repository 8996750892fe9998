namespace ClaimInsights.Tests.Statistics;

/// <summary>Comparison of computed figures with an oracle's printed ones.</summary>
internal static class Near
{
    public static void Equal(double expected, double actual, double relative = 1e-10)
    {
        if (!(Math.Abs(actual - expected) <= relative * Math.Max(Math.Abs(expected), 1e-300)))
        {
            Assert.Equal(expected, actual);
        }
    }

    public static void Equal(IReadOnlyList<double> expected, IReadOnlyList<double> actual, double relative = 1e-10)
    {
        Assert.Equal(expected.Count, actual.Count);
        for (var i = 0; i < expected.Count; i++)
        {
            Equal(expected[i], actual[i], relative);
        }
    }
}
