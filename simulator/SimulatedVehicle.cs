namespace ClaimInsights.Simulator;

/// <summary>A vehicle with what is seen of it and what is not.</summary>
internal sealed class SimulatedVehicle
{
    public required int Index { get; init; }
    public required string Vin { get; init; }
    public required int Model { get; init; }
    public required int ModelYear { get; init; }
    public required int BuiltOn { get; init; }

    /// <summary>Day of the sale; may lie after the as-of date, then nobody knows it yet.</summary>
    public required int InServiceOn { get; set; }

    public required int Plant { get; init; }
    public required string Line { get; init; }
    public required string Powertrain { get; init; }
    public required bool Commercial { get; init; }
    public required int Province { get; init; }

    /// <summary>Index into <see cref="Chart.Climates"/>.</summary>
    public required int Climate { get; init; }

    public required string Trim { get; init; }

    /// <summary>The dealer that sold it and usually repairs it.</summary>
    public required Dealer Dealer { get; init; }

    public required int OutOfServiceOn { get; init; }

    /// <summary>Days from invoice to first use.</summary>
    public required int InvoiceLead { get; init; }

    /// <summary>Kilometres a day at first.</summary>
    public required double DailyKm { get; init; }

    /// <summary>Growth of the daily distance, in logarithms a day.</summary>
    public required double Drift { get; init; }

    /// <summary>How prone it is to fail; about 1.</summary>
    public required double Frailty { get; init; }

    /// <summary>Its owner often forgets services.</summary>
    public required bool Careless { get; init; }

    /// <summary>Its owner has it serviced where the maker does not see it.</summary>
    public required bool Elsewhere { get; init; }

    /// <summary>Repairs of it rarely last.</summary>
    public required bool Lemon { get; init; }

    /// <summary>Days on which it was really serviced, whoever saw it.</summary>
    public List<int> ServicedOn { get; } = [];

    public int WarrantyMonths => Commercial ? 12 : 36;

    public int WarrantyKm => Commercial ? 60_000 : 100_000;

    /// <summary>The last day of the warranty in time.</summary>
    public int WarrantyEnd => Day.AddMonths(InServiceOn, WarrantyMonths);

    /// <summary>Days in service after which its use changes for good; beyond the horizon where it never does.</summary>
    public required int UseChangesAfter { get; init; }

    /// <summary>Factor of the daily distance after that.</summary>
    public required double ChangedUse { get; init; }

    /// <summary>The true distance on a day, kilometres.</summary>
    public double KmOn(int day)
    {
        var days = Math.Max(0, day - InServiceOn);
        var before = Driven(Math.Min(days, UseChangesAfter));
        return 18 + before + (days > UseChangesAfter ? ChangedUse * (Driven(days) - before) : 0);
    }

    /// <summary>The first day on which it has driven that far.</summary>
    public int DayOfKm(double km)
    {
        var distance = km - 18;
        var before = Driven(UseChangesAfter);
        if (distance > before)
        {
            distance = before + ((distance - before) / ChangedUse);
        }

        var inside = 1 + (distance / DailyKm * Drift);
        var days = Math.Abs(Drift) < 1e-9 ? distance / DailyKm : inside <= 0 ? Never : Math.Log(inside) / Drift;
        return InServiceOn + (int)Math.Min(Never, days);
    }

    private const int Never = 40_000;

    private double Driven(int days) => Math.Abs(Drift) < 1e-9 ? DailyKm * days : DailyKm * (Math.Exp(Drift * days) - 1) / Drift;

    /// <summary>The last day of the warranty, in time or distance, whichever comes first.</summary>
    public int CoveredUntil => Math.Min(WarrantyEnd, DayOfKm(WarrantyKm));

    /// <summary>Daily distance relative to the typical private vehicle.</summary>
    public double RelativeUsage => Math.Clamp(DailyKm / 36, .2, 5);

    /// <summary>Days since the last real service, or since the sale.</summary>
    public int DaysSinceService(int day)
    {
        var last = InServiceOn;
        foreach (var service in ServicedOn)
        {
            if (service <= day)
            {
                last = service;
            }
        }

        return day - last;
    }
}
