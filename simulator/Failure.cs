namespace ClaimInsights.Simulator;

/// <summary>Why a failure happened.</summary>
internal enum Origin { Ordinary, Planted, Seasonal, Padding, Campaign, Disguised, Open }

/// <summary>What an owner did to the vehicle.</summary>
internal enum Damage { Impact, Flood, Modification, Neglect, WrongFluid, Rollback }

/// <summary>One failure of one vehicle.</summary>
/// <param name="Origin">Why it happened.</param>
/// <param name="Chart">Part and failure mode.</param>
/// <param name="FailedOn">The day.</param>
/// <param name="Repeat">0 for the first, 1 … for repairs that did not last, 8 … for what came with another failure.</param>
/// <param name="Defect">The planted defect behind it.</param>
/// <param name="Damage">What the owner did.</param>
/// <param name="Visit">The failure with which it was brought to the workshop; 0 = itself.</param>
internal readonly record struct Failure(Origin Origin, Chart Chart, int FailedOn, int Repeat, PlantedDefect? Defect, Damage? Damage, ulong Visit)
{
    /// <summary>A number of its own among the failures of all vehicles: 38 bits.</summary>
    public ulong Slot(SimulatedVehicle vehicle) =>
        ((ulong)vehicle.Index << 16) | ((ulong)Origin << 12) | ((ulong)Chart.Index << 4) | (uint)Repeat;
}
