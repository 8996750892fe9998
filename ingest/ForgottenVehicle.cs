using System.Security.Cryptography;
using System.Text;

namespace ClaimInsights.Ingest;

/// <summary>The record that a vehicle was removed from a store: when, and how much, and how it is known again when it is delivered once more.</summary>
/// <param name="Id">Its name.</param>
/// <param name="On">The day of its removal.</param>
/// <param name="Salt">What was put before the VIN, or pseudonym, to hash it.</param>
/// <param name="Hash">SHA-256 of salt and VIN, lower-case hexadecimal. It hides the VIN from readers; who knows a VIN can tell whether it is this one.</param>
public sealed record ForgottenVehicle(string Id, DateOnly On, string Salt, string Hash)
{
    /// <summary>Stands where its VIN stood in texts of other vehicles' rows.</summary>
    public const string Mark = "(forgotten vehicle)";

    /// <summary>Rows removed, by table.</summary>
    public IReadOnlyDictionary<string, long> Rows { get; init; } = new Dictionary<string, long>();

    /// <summary>Rows of other vehicles in whose texts its VIN was replaced by <see cref="Mark"/>.</summary>
    public long Masked { get; init; }

    /// <summary>Rows that were set aside and are removed, by delivery: its receipt is held against what is left and these together.</summary>
    public IReadOnlyList<ForgottenRows> Aside { get; init; } = [];

    /// <summary>Whether this is the vehicle.</summary>
    /// <param name="vin">A VIN, or pseudonym, as the store holds it.</param>
    internal bool Is(string vin) => HashOf(Salt, vin) == Hash;

    internal static string HashOf(string salt, string vin) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(salt + vin)));
}
