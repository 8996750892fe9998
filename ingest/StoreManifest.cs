using System.Text.Json.Serialization;

namespace ClaimInsights.Ingest;

/// <summary>The one file that says what a store holds; replaced as a whole by each commit.</summary>
public sealed record StoreManifest
{
    /// <summary>Layout of the store, see <see cref="Tables.SchemaVersion"/>.</summary>
    public required int SchemaVersion { get; init; }

    /// <summary>Currency of every amount, three capitals (ISO 4217); fixed when the store is made.</summary>
    public required string Currency { get; init; }

    /// <summary>Id of the key with which VINs are made pseudonyms (<see cref="Pseudonyms"/>); null: the store holds VINs. Fixed when the store is made.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? PseudonymKey { get; init; }

    /// <summary>Vehicles that were removed, and are not taken in again.</summary>
    public IReadOnlyList<ForgottenVehicle> Forgotten { get; init; } = [];

    /// <summary>Ids of the deliveries taken in, in that order; each has its receipt in <c>deliveries/</c>.</summary>
    public IReadOnlyList<string> Deliveries { get; init; } = [];

    /// <summary>The live files, by table and path.</summary>
    public IReadOnlyList<StoreFile> Files { get; init; } = [];

    /// <summary>Files that the last commit replaced: kept for whoever still reads the snapshot before, removed by the next commit.</summary>
    public IReadOnlyList<string> Retired { get; init; } = [];
}
