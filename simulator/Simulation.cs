namespace ClaimInsights.Simulator;

/// <summary>Makes a fleet and its claims, with planted truths; see docs/simulator.md.</summary>
public static class Simulation
{
    /// <summary>Writes <c>delivery/</c> and <c>truth/</c> into the folder, vehicle by vehicle; files of those names are replaced.</summary>
    /// <param name="options">What to simulate; the same options give the same bytes.</param>
    /// <param name="folder">Where to write; made when missing.</param>
    /// <param name="progress">Told the stage and the share done, 0 … 1.</param>
    /// <exception cref="ArgumentOutOfRangeException">An option is outside its range.</exception>
    /// <exception cref="IOException">The folder cannot be written.</exception>
    public static SimulationSummary Run(SimulationOptions options, string folder, Action<string, double>? progress = null)
    {
        options.Check();
        var delivery = Directory.CreateDirectory(Path.Combine(folder, "delivery")).FullName;
        var truthFolder = Directory.CreateDirectory(Path.Combine(folder, "truth")).FullName;
        progress?.Invoke("plant", 0);
        var fleet = new Fleet(options);
        using var files = new DeliveryFiles(delivery, options.AsOf.DayNumber);
        using var truth = new TruthFiles(truthFolder);
        files.AddReferenceTables(fleet.Charts, fleet.Lots, fleet.Dealers);
        fleet.Write(files, truth, progress);
        Decisions.Write(delivery, options, fleet.Defects, fleet.Biases);
        truth.Add(fleet.Defects);
        truth.Add(options, fleet.Biases);
        progress?.Invoke("simulate", 1);
        return new SimulationSummary(
            delivery, truthFolder, options.AsOf, files.VehicleRows, fleet.Claims, files.ClaimRows, files.ServiceRows, files.VerdictRows,
            fleet.Defects.Length, truth.PlantedClaims, truth.OwnerDamageClaims);
    }
}
