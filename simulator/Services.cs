namespace ClaimInsights.Simulator;

/// <summary>The services of a vehicle: every 10,000 km or year, some forgotten, some done where the maker does not see it.</summary>
internal sealed class Services(SimulationOptions options, Dealer[] dealers)
{
    /// <summary>Adds the services that the maker knows of; the vehicle remembers all of them.</summary>
    public void Of(SimulatedVehicle vehicle, List<Service> known)
    {
        var chance = Chance.For(options.Seed, Purpose.Services, (ulong)vehicle.Index);
        var horizon = Math.Min(options.AsOf.DayNumber, vehicle.OutOfServiceOn);
        var due = vehicle.InServiceOn;
        var dueKm = 0.0;
        var last = due;
        for (var count = 0; count < 60; count++)
        {
            dueKm = Math.Max(dueKm, vehicle.KmOn(due)) + 10_000;
            due = Math.Min(vehicle.DayOfKm(dueKm), due + 365);
            var servicedOn = Math.Max(last + 6, due + (int)chance.Between(-20.0, 35) + (int)chance.Exponential(8));
            var forgotten = chance.Happens(vehicle.Careless ? .6 : .06);
            var seen = chance.Happens(vehicle.Elsewhere ? .15 : .95);
            var abroad = chance.Happens(.08);
            var other = dealers[chance.Below(dealers.Length)];
            var authorised = chance.Happens(.96);
            var reading = Odometer.Write(vehicle.KmOn(servicedOn), .014, ref chance);
            if (servicedOn > horizon)
            {
                return;
            }

            if (forgotten)
            {
                continue;
            }

            last = servicedOn;
            vehicle.ServicedOn.Add(servicedOn);
            if (seen)
            {
                known.Add(new Service(servicedOn, reading, authorised ? (abroad ? other : vehicle.Dealer).Code : UnauthorisedShop.CodeOf(other), authorised));
            }
        }
    }
}
