namespace ClaimInsights.Simulator;

/// <summary>One simulated world: what it consists of, and the walk over its vehicles.</summary>
internal sealed class Fleet
{
    private readonly SimulationOptions options;
    private readonly Production production;
    private readonly Failures failures;
    private readonly Services services;
    private readonly Workshop workshop;
    private readonly Settlement settlement;
    private readonly Versions versions;
    private readonly Reviews reviews;
    private readonly int asOf;

    public Fleet(SimulationOptions options)
    {
        this.options = options;
        asOf = options.AsOf.DayNumber;
        Charts = Chart.Draw(options.Seed);
        Lots = new Lots(options.Seed, options.FirstDay.DayNumber, asOf);
        Dealers = Dealer.Draw(options.Seed, options.Vehicles);
        production = new Production(options, Dealers);
        Defects = new PlantedDefects(options, Charts, Lots, production).Draw();
        Biases = Biases.Draw(options, Charts, Dealers, Defects);
        failures = new Failures(options, Charts, Lots, Defects, Biases);
        services = new Services(options, Dealers);
        workshop = new Workshop(options, Lots, Dealers, Biases);
        settlement = new Settlement(options, Biases);
        versions = new Versions(options);
        reviews = new Reviews(options);
    }

    public Chart[] Charts { get; }

    public Lots Lots { get; }

    public Dealer[] Dealers { get; }

    public PlantedDefect[] Defects { get; }

    public Biases Biases { get; }

    /// <summary>Claims written so far, each counted once.</summary>
    public long Claims { get; private set; }

    /// <summary>Builds, sells, drives and repairs every vehicle, and writes what the maker gets to see.</summary>
    public void Write(DeliveryFiles files, TruthFiles truth, Action<string, double>? progress)
    {
        var known = new List<Service>();
        var failed = new List<Failure>();
        for (var index = 0; index < options.Vehicles; index++)
        {
            if (index % 2000 == 0)
            {
                progress?.Invoke("simulate", index / (double)options.Vehicles);
            }

            var vehicle = production.Build(index);
            SellAtOnce(vehicle);
            files.Add(vehicle);
            known.Clear();
            services.Of(vehicle, known);
            known.ForEach(service => files.Add(vehicle, service));
            failed.Clear();
            failures.Of(vehicle, failed);
            Claim(vehicle, failed, known, files, truth);
        }
    }

    private void Claim(SimulatedVehicle vehicle, List<Failure> failed, List<Service> known, DeliveryFiles files, TruthFiles truth)
    {
        var seen = new HashSet<ulong>();
        var rows = new List<Claim>();
        foreach (var failure in failed)
        {
            if (!seen.Add(failure.Slot(vehicle)))
            {
                continue;
            }

            rows.Clear();
            var claim = workshop.Receive(vehicle, failure, known);
            settlement.Decide(claim, known);
            NoteFirst(claim);
            versions.Of(claim, rows);
            Deliver(rows, files, truth);
        }
    }

    private void NoteFirst(Claim claim)
    {
        if (claim.Failure.Defect is { } defect && settlement.ClosedWithoutBias(claim) <= asOf
            && (defect.FirstClaimOn == Day.None || claim.Failure.FailedOn < defect.FirstClaimOn))
        {
            defect.FirstClaimOn = claim.Failure.FailedOn;
        }
    }

    // Only what is closed by the as-of date is delivered; the last version of a number is current.
    private void Deliver(List<Claim> rows, DeliveryFiles files, TruthFiles truth)
    {
        for (var place = 0; place < rows.Count; place++)
        {
            var claim = rows[place];
            if (claim.ClosedOn > asOf)
            {
                continue;
            }

            files.Add(claim);
            var superseded = place + 1 < rows.Count && rows[place + 1].Number == claim.Number && rows[place + 1].ClosedOn <= asOf;
            if (superseded)
            {
                continue;
            }

            Claims++;
            truth.Add(claim);
            if (reviews.Of(claim) is { } verdict)
            {
                files.Add(verdict);
            }
        }
    }

    // The stock of one model in one month; vehicles with a planted defect stay out of it, so that the switch leaves them alone.
    private void SellAtOnce(SimulatedVehicle vehicle)
    {
        if (!options.SalesSurge || vehicle.Model != Biases.SurgeModel || vehicle.BuiltOn >= Biases.SurgeFrom
            || vehicle.InServiceOn < Biases.SurgeFrom || failures.IsPlanted(vehicle))
        {
            return;
        }

        var chance = Chance.For(options.Seed, Purpose.SalesSurge, (ulong)vehicle.Index);
        var soldOn = Biases.SurgeFrom + chance.Below(28);
        if (chance.Happens(.85) && soldOn > vehicle.BuiltOn + 5)
        {
            vehicle.InServiceOn = soldOn;
        }
    }
}
