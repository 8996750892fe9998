namespace ClaimInsights.Simulator;

/// <summary>What to simulate. The same options give the same files, byte for byte.</summary>
public sealed record SimulationOptions
{
    /// <summary>Vehicles built, sold or not; 100 … 10,000,000.</summary>
    public int Vehicles { get; init; } = 60_000;

    /// <summary>Whole months of production and of closing claims; 6 … 120.</summary>
    public int Months { get; init; } = 36;

    /// <summary>The seed of every draw.</summary>
    public int Seed { get; init; } = 1;

    /// <summary>A day in the first month; production starts on that month's first day.</summary>
    public DateOnly StartMonth { get; init; } = new(2023, 1, 1);

    /// <summary>Share of the paid, partly paid and goodwill claims coded manufacturing that have been reviewed; 0 … 1.</summary>
    public double Reviewed { get; init; } = .06;

    /// <summary>Defects to plant; 0 … 40. From twelve on at least four are hard.</summary>
    public int DefectCount { get; init; } = 14;

    /// <summary>Plant a dealer that bills many claims of one part which nobody complained about.</summary>
    public bool PaddingDealer { get; init; } = true;

    /// <summary>Plant a spell of weather that breaks one part in one climate, whenever the vehicles were built.</summary>
    public bool SeasonalSurge { get; init; } = true;

    /// <summary>Plant a month in which the stock of one model is sold at once.</summary>
    public bool SalesSurge { get; init; } = true;

    /// <summary>Plant a dealer whose claims are rejected far more often than like claims of others.</summary>
    public bool UnfairDealer { get; init; } = true;

    /// <summary>Plant a province in which, from some month on, inspections take far longer.</summary>
    public bool SlowStage { get; init; } = true;

    /// <summary>Plant a month from which on missing evidence is judged more strictly.</summary>
    public bool RuleChange { get; init; } = true;

    /// <summary>The first day of production.</summary>
    public DateOnly FirstDay => new(StartMonth.Year, StartMonth.Month, 1);

    /// <summary>The day the delivery speaks of: the last day of the last month; no date lies after it.</summary>
    public DateOnly AsOf => FirstDay.AddMonths(Months).AddDays(-1);

    /// <summary>Refuses options outside their ranges.</summary>
    /// <exception cref="ArgumentOutOfRangeException">An option is outside its range.</exception>
    internal void Check()
    {
        Require(Vehicles is >= 100 and <= 10_000_000, nameof(Vehicles), Vehicles, "100 … 10,000,000");
        Require(Months is >= 6 and <= 120, nameof(Months), Months, "6 … 120");
        Require(Reviewed is >= 0 and <= 1, nameof(Reviewed), Reviewed, "0 … 1");
        Require(DefectCount is >= 0 and <= 40, nameof(DefectCount), DefectCount, "0 … 40");
        Require(StartMonth.Year is >= 1990 and <= 2200, nameof(StartMonth), StartMonth, "1990 … 2200");
    }

    private static void Require(bool holds, string name, object found, string expected)
    {
        if (!holds)
        {
            throw new ArgumentOutOfRangeException(name, found, $"simulate: {name} is outside its range; expected {expected}.");
        }
    }
}
