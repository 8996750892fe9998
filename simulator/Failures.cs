namespace ClaimInsights.Simulator;

/// <summary>Draws what fails on a vehicle, whatever becomes of it afterwards.</summary>
internal sealed class Failures
{
    private const double DisguisedRate = .17;
    private const double OpenRate = .1;
    private readonly SimulationOptions options;
    private readonly Chart[] charts;
    private readonly Lots lots;
    private readonly PlantedDefect[] defects;
    private readonly Biases biases;
    private readonly int asOf;
    private readonly Chart[][] fitted;
    private readonly double[] bounds;

    public Failures(SimulationOptions options, Chart[] charts, Lots lots, PlantedDefect[] defects, Biases biases)
    {
        this.options = options;
        this.charts = charts;
        this.lots = lots;
        this.defects = defects;
        this.biases = biases;
        asOf = options.AsOf.DayNumber;
        fitted = [.. Production.Powertrains.Select(powertrain => charts.Where(chart => chart.Part.Fits(powertrain)).ToArray())];
        var longest = asOf - options.FirstDay.DayNumber;
        bounds = [.. charts.Select(chart => chart.Cumulative(longest) * chart.LargestSeason * Math.Pow(5, chart.UsageExponent) * 2.2)];
    }

    /// <summary>True where a planted defect concerns the vehicle.</summary>
    public bool IsPlanted(SimulatedVehicle vehicle)
    {
        foreach (var defect in defects)
        {
            if (defect.Affects(vehicle, lots))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Adds the failures of a vehicle, each stream of chance apart from the others.</summary>
    public void Of(SimulatedVehicle vehicle, List<Failure> failures)
    {
        var horizon = Math.Min(asOf, vehicle.OutOfServiceOn);
        if (vehicle.InServiceOn >= horizon)
        {
            return;
        }

        Ordinary(vehicle, horizon, failures);
        Planted(vehicle, horizon, failures);
        Seasonal(vehicle, horizon, failures);
        Padding(vehicle, horizon, failures);
        Campaign(vehicle, horizon, failures);
        OwnersDamage(vehicle, horizon, Origin.Disguised, Purpose.Disguised, DisguisedRate, failures);
        OwnersDamage(vehicle, horizon, Origin.Open, Purpose.Open, OpenRate, failures);
    }

    private void Ordinary(SimulatedVehicle vehicle, int horizon, List<Failure> failures)
    {
        var sequence = Chance.For(options.Seed, Purpose.Failures, (ulong)vehicle.Index);
        foreach (var chart in Fitted(vehicle))
        {
            var first = sequence.Next();
            if (first > bounds[chart.Index])
            {
                continue;
            }

            var chance = Chance.For(options.Seed, Purpose.FailureTimes, (ulong)vehicle.Index, (ulong)chart.Index);
            var failedOn = FirstArrival(vehicle, chart, vehicle.Frailty, -Math.Log(1 - first), 0, horizon, ref chance);
            if (failedOn != Day.None && Claimed(vehicle, failedOn, ref chance))
            {
                var failure = new Failure(Origin.Ordinary, chart, failedOn, 0, null, null, 0);
                failures.Add(failure);
                Repeats(vehicle, failure, horizon, failures, ref chance);
                Together(vehicle, failure, chance.Happens(.075), Fitted(vehicle), failures, ref chance);
            }
        }
    }

    private void Planted(SimulatedVehicle vehicle, int horizon, List<Failure> failures)
    {
        for (var place = 0; place < defects.Length; place++)
        {
            var defect = defects[place];
            if (!defect.Affects(vehicle, lots))
            {
                continue;
            }

            var chance = Chance.For(options.Seed, Purpose.Planted, (ulong)vehicle.Index, (ulong)place);
            var factor = vehicle.Frailty * (defect.HazardRatio - 1);
            var failedOn = FirstArrival(vehicle, defect.Chart, factor, chance.Exponential(1), defect.OnsetDays, horizon, ref chance);
            if (failedOn != Day.None && Claimed(vehicle, failedOn, ref chance))
            {
                var failure = new Failure(Origin.Planted, defect.Chart, failedOn, 0, defect, null, 0);
                failures.Add(failure);
                Repeats(vehicle, failure, horizon, failures, ref chance);
            }
        }
    }

    private void Seasonal(SimulatedVehicle vehicle, int horizon, List<Failure> failures)
    {
        if (!options.SeasonalSurge || vehicle.Climate != biases.SeasonalClimate || vehicle.InServiceOn > biases.SeasonalTo || !biases.SeasonalChart.Part.Fits(vehicle.Powertrain))
        {
            return;
        }

        var chance = Chance.For(options.Seed, Purpose.SeasonalSurge, (ulong)vehicle.Index);
        var perDay = biases.SeasonalChart.Rate / Chart.RateDays * (biases.SeasonalRatio - 1);
        var failedOn = Math.Max(vehicle.InServiceOn, biases.SeasonalFrom) + (int)chance.Exponential(1 / perDay);
        if (failedOn <= Math.Min(biases.SeasonalTo, horizon) && failedOn <= vehicle.CoveredUntil)
        {
            failures.Add(new Failure(Origin.Seasonal, biases.SeasonalChart, failedOn, 0, null, null, 0));
        }
    }

    private void Padding(SimulatedVehicle vehicle, int horizon, List<Failure> failures)
    {
        if (!options.PaddingDealer || vehicle.Dealer != biases.PaddingDealer || !biases.PaddedChart.Part.Fits(vehicle.Powertrain))
        {
            return;
        }

        var chance = Chance.For(options.Seed, Purpose.Padding, (ulong)vehicle.Index);
        var failedOn = biases.PaddingFrom + (int)chance.Between(0.0, biases.PaddingTo - biases.PaddingFrom);
        if (chance.Happens(.13) && failedOn > vehicle.InServiceOn + 20 && failedOn <= Math.Min(horizon, vehicle.CoveredUntil))
        {
            failures.Add(new Failure(Origin.Padding, biases.PaddedChart, failedOn, 0, null, null, 0));
        }
    }

    private void Campaign(SimulatedVehicle vehicle, int horizon, List<Failure> failures)
    {
        if (vehicle.Model != biases.CampaignModel || !biases.CampaignChart.Part.Fits(vehicle.Powertrain)
            || vehicle.BuiltOn > biases.CampaignFrom - 150 || vehicle.BuiltOn < biases.CampaignFrom - 230)
        {
            return;
        }

        var chance = Chance.For(options.Seed, Purpose.Campaign, (ulong)vehicle.Index);
        var cameOn = Math.Max(biases.CampaignFrom, vehicle.InServiceOn + 5) + (int)chance.Exponential(150);
        if (cameOn <= horizon && chance.Happens(.7))
        {
            failures.Add(new Failure(Origin.Campaign, biases.CampaignChart, cameOn, 0, null, null, 0));
        }
    }

    private void OwnersDamage(SimulatedVehicle vehicle, int horizon, Origin origin, Purpose purpose, double rate, List<Failure> failures)
    {
        var sequence = Chance.For(options.Seed, purpose, (ulong)vehicle.Index);
        Span<double> weights = stackalloc double[6];
        foreach (var chart in Fitted(vehicle))
        {
            var first = sequence.Next();
            if (first > bounds[chart.Index] * rate)
            {
                continue;
            }

            var chance = Chance.For(options.Seed, purpose, (ulong)vehicle.Index, (ulong)(chart.Index + 1));
            var failedOn = FirstArrival(vehicle, chart, rate, -Math.Log(1 - first), 0, horizon, ref chance);
            if (failedOn == Day.None)
            {
                continue;
            }

            var weight = OwnerDamage.Weigh(chart, vehicle, failedOn, weights);
            var damage = (Damage)chance.Weighted(weights);
            var disguised = origin == Origin.Disguised;
            var accepted = disguised ? .4 * weight * vehicle.Dealer.Leniency : .45 * weight / vehicle.Dealer.Leniency;
            var covered = failedOn <= vehicle.CoveredUntil || (damage == Damage.Rollback && failedOn <= vehicle.WarrantyEnd);
            if (!chance.Happens(accepted) || !covered)
            {
                continue;
            }

            var failure = new Failure(origin, chart, failedOn, 0, null, damage, 0);
            failures.Add(failure);
            var companions = damage switch { Damage.Impact => .42, Damage.Flood => .42, _ => .06 };
            var also = damage switch { Damage.Impact => OwnerDamage.Exposed, Damage.Flood => OwnerDamage.Low, _ => Part.Groups };
            var together = chance.Happens(companions);
            Together(vehicle, failure, together, [.. Fitted(vehicle).Where(other => also.Contains(other.Part.Group))], failures, ref chance);
        }
    }

    private Chart[] Fitted(SimulatedVehicle vehicle) => fitted[Array.IndexOf(Production.Powertrains, vehicle.Powertrain)];

    // Repairs that did not last, of the same failure.
    private static void Repeats(SimulatedVehicle vehicle, Failure first, int horizon, List<Failure> failures, ref Chance chance)
    {
        var day = first.FailedOn;
        for (var repeat = 1; repeat <= 6; repeat++)
        {
            day += 15 + (int)chance.Exponential(45);
            if (!chance.Happens(vehicle.Lemon ? .6 : .04) || day > Math.Min(horizon, vehicle.CoveredUntil))
            {
                return;
            }

            failures.Add(first with { FailedOn = day, Repeat = repeat });
        }
    }

    // Something else that was brought to the workshop on the same visit.
    private static void Together(SimulatedVehicle vehicle, Failure first, bool happens, Chart[] others, List<Failure> failures, ref Chance chance)
    {
        if (!happens)
        {
            return;
        }

        for (var count = chance.Happens(.25) ? 2 : 1; count > 0; count--)
        {
            var other = chance.Pick(others);
            if (other.Part.Index != first.Chart.Part.Index && chance.Happens(Math.Min(1, other.Rate / .008)))
            {
                failures.Add(first with { Chart = other, Repeat = 8 + (first.Chart.Index % 8), Visit = first.Slot(vehicle) });
            }
        }
    }

    /// <summary>The day of the first failure from an age on: a Poisson process whose hazard follows Weibull, use and season.</summary>
    private static int FirstArrival(SimulatedVehicle vehicle, Chart chart, double factor, double exponential, int fromAge, int horizon, ref Chance chance)
    {
        var scale = factor * chart.LargestSeason * Math.Pow(vehicle.RelativeUsage, chart.UsageExponent) * chart.Rate;
        var reached = chart.Cumulative(fromAge) / chart.Rate;
        while (true)
        {
            reached += exponential / scale;
            var age = Chart.RateDays * Math.Pow(reached, 1 / chart.Shape);
            if (age >= horizon - vehicle.InServiceOn)
            {
                return Day.None;
            }

            var day = vehicle.InServiceOn + (int)age;
            if (chance.Happens(chart.SeasonFactor(vehicle.Climate, day) / chart.LargestSeason))
            {
                return day;
            }

            exponential = chance.Exponential(1);
        }
    }

    // After the warranty few ask, and fewer the longer it is over.
    private static bool Claimed(SimulatedVehicle vehicle, int failedOn, ref Chance chance)
    {
        var past = failedOn - vehicle.CoveredUntil;
        return chance.Happens(past <= 0 ? .97 : .2 * Math.Exp(-past / 150.0));
    }
}
