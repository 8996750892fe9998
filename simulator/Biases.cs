namespace ClaimInsights.Simulator;

/// <summary>The decoys and biases of one seed, whether they are switched on or not.</summary>
internal sealed record Biases
{
    public required Dealer PaddingDealer { get; init; }
    public required Chart PaddedChart { get; init; }
    public required int PaddingFrom { get; init; }
    public required int PaddingTo { get; init; }

    public required Chart SeasonalChart { get; init; }
    public required int SeasonalClimate { get; init; }
    public required int SeasonalFrom { get; init; }
    public required int SeasonalTo { get; init; }
    public required double SeasonalRatio { get; init; }

    public required int SurgeModel { get; init; }

    /// <summary>First day of the month in which the stock is sold.</summary>
    public required int SurgeFrom { get; init; }

    public required Dealer UnfairDealer { get; init; }
    public required double UnfairRejection { get; init; }

    public required int SlowProvince { get; init; }
    public required int SlowFrom { get; init; }
    public required double SlowFactor { get; init; }

    public required int RuleChangeFrom { get; init; }
    public required double StricterRejection { get; init; }

    public required int CampaignModel { get; init; }
    public required Chart CampaignChart { get; init; }
    public required int CampaignFrom { get; init; }
    public required string CampaignCode { get; init; }

    /// <summary>Draws them, clear of the parts that have a planted defect.</summary>
    public static Biases Draw(SimulationOptions options, Chart[] charts, Dealer[] dealers, PlantedDefect[] defects)
    {
        var chance = Chance.For(options.Seed, Purpose.Decoys, 0);
        var taken = defects.Select(defect => defect.Chart.Part.Index).ToHashSet();
        Chart[] free = [.. charts.Where(chart => chart.Part.Powertrains.Length == 0 && !taken.Contains(chart.Part.Index))];
        Dealer[] large = [.. dealers.OrderByDescending(dealer => dealer.Size * Catalogue.Provinces[dealer.Province].Weight / dealers.Where(other => other.Province == dealer.Province).Sum(other => other.Size)).Take(Math.Max(6, dealers.Length / 8))];
        var padded = chance.Below(free.Length);
        var inSummer = chance.Happens(.5);
        Chart[] frequent = [.. free.Where(chart => chart.Rate > .0032 && chart.Part.Index != free[padded].Part.Index)];
        var year = options.Months / 12.0;
        var surgeMonth = (int)(options.Months * chance.Between(.4, .6));
        var paddingDealer = chance.Below(large.Length);
        var unfair = (paddingDealer + 1 + chance.Below(large.Length - 1)) % large.Length;
        var seasonalYear = options.StartMonth.Year + (int)(year * .62);
        var seasonalFrom = new DateOnly(seasonalYear, inSummer ? 6 : 1, inSummer ? 20 : 5).DayNumber;
        var campaign = (padded + 1 + chance.Below(free.Length - 1)) % free.Length;
        return new Biases
        {
            PaddingDealer = large[paddingDealer],
            PaddedChart = free[padded],
            PaddingFrom = MonthStart(options, .35),
            PaddingTo = MonthStart(options, .85),
            SeasonalChart = chance.Pick(frequent),
            SeasonalClimate = inSummer ? 3 : 1,
            SeasonalFrom = seasonalFrom,
            SeasonalTo = seasonalFrom + 48,
            SeasonalRatio = 16,
            SurgeModel = chance.Below(Catalogue.Models.Length),
            SurgeFrom = options.FirstDay.AddMonths(surgeMonth).DayNumber,
            UnfairDealer = large[unfair],
            UnfairRejection = .35,
            SlowProvince = chance.Below(6),
            SlowFrom = MonthStart(options, chance.Between(.5, .65)),
            SlowFactor = 5,
            RuleChangeFrom = MonthStart(options, chance.Between(.6, .75)),
            StricterRejection = .4,
            CampaignModel = chance.Below(4),
            CampaignChart = free[campaign],
            CampaignFrom = MonthStart(options, .45),
            CampaignCode = $"RC{(options.StartMonth.Year + 1) % 100:00}07",
        };
    }

    private static int MonthStart(SimulationOptions options, double share) =>
        options.FirstDay.AddMonths((int)(options.Months * share)).DayNumber;
}
