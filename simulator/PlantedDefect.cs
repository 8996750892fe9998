namespace ClaimInsights.Simulator;

/// <summary>A defect planted in part of the fleet; an attribute that is null does not matter.</summary>
internal sealed record PlantedDefect(string Id, string Difficulty, Chart Chart, int From, int To, double HazardRatio)
{
    public int? Plant { get; init; }
    public string? Line { get; init; }
    public int? Model { get; init; }
    public string? Powertrain { get; init; }
    public string? Climate { get; init; }
    public bool? Commercial { get; init; }
    public string? Supplier { get; init; }
    public string? Batch { get; init; }

    /// <summary>Days in service before which the vehicles fail like any other.</summary>
    public int OnsetDays { get; init; }

    /// <summary>First failure, of those that are in the delivery when no bias delays it.</summary>
    public int FirstClaimOn { get; set; } = Day.None;

    /// <summary>The affected population in the contract's grammar; empty = every vehicle built in the window that has the part.</summary>
    public string Rule => string.Join(" & ", Terms());

    /// <summary>True where the vehicle belongs to the affected population.</summary>
    public bool Affects(SimulatedVehicle vehicle, Lots lots)
    {
        if (vehicle.BuiltOn < From || vehicle.BuiltOn > To || !Chart.Part.Fits(vehicle.Powertrain)
            || (Plant is { } plant && plant != vehicle.Plant)
            || (Line is not null && Line != vehicle.Line)
            || (Model is { } model && model != vehicle.Model)
            || (Powertrain is not null && Powertrain != vehicle.Powertrain)
            || (Climate is not null && Climate != Chart.Climates[vehicle.Climate])
            || (Commercial is { } commercial && commercial != vehicle.Commercial))
        {
            return false;
        }

        if (Supplier is null)
        {
            return true;
        }

        var lot = lots.At(Chart.Part.Index, vehicle.Plant, vehicle.BuiltOn);
        return lot.Supplier == Supplier && (Batch is null || lot.Batch == Batch);
    }

    private IEnumerable<string> Terms()
    {
        if (Plant is { } plant)
        {
            yield return "plant=" + Catalogue.Plants[plant];
        }

        if (Line is not null)
        {
            yield return "line=" + Line;
        }

        if (Model is { } model)
        {
            yield return "model=" + Catalogue.Models[model].Name;
        }

        if (Powertrain is not null)
        {
            yield return "powertrain=" + Powertrain;
        }

        if (Climate is not null)
        {
            yield return "climate=" + Climate;
        }

        if (Commercial is { } commercial)
        {
            yield return "use=" + (commercial ? "commercial" : "private");
        }

        if (Supplier is not null)
        {
            yield return "supplier_code=" + Supplier;
        }

        if (Batch is not null)
        {
            yield return "part_batch=" + Batch;
        }
    }
}
