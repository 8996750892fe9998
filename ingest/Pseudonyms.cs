using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;

namespace ClaimInsights.Ingest;

/// <summary>
/// The key with which a store's VINs are made unrecognisable: a pseudonym is the VIN's first 11 characters (maker, model, year, plant), a hyphen
/// and the HMAC-SHA-256 of the whole VIN (RFC 2104), 64 lower-case hexadecimal digits. The same VIN has the same pseudonym in every table.
/// </summary>
public sealed partial class Pseudonyms
{
    /// <summary>Fewest bytes of a key.</summary>
    public const int LeastKeyLength = 32;

    /// <summary>What a pseudonym looks like, as a regular expression that SQL and C# share.</summary>
    internal const string Pattern = $"[{Vin.CharacterClass}]{{11}}-[0-9a-f]{{64}}";

    private readonly byte[] key;

    private Pseudonyms(byte[] key)
    {
        this.key = key;
        KeyId = Hash("claiminsights key")[..16];
    }

    /// <summary>Tells two keys apart without giving either away; kept in the store's manifest.</summary>
    public string KeyId { get; }

    /// <summary>Reads a key.</summary>
    /// <param name="file">A file of at least <see cref="LeastKeyLength"/> bytes, all of which are the key.</param>
    /// <exception cref="DeliveryException">The file cannot be read or is too short.</exception>
    public static Pseudonyms FromFile(string file)
    {
        byte[] bytes;
        try
        {
            bytes = File.ReadAllBytes(file);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new DeliveryException($"{file}: the key cannot be read ({exception.Message}). Name a key file with --pseudonymise", exception);
        }

        return bytes.Length >= LeastKeyLength
            ? new Pseudonyms(bytes)
            : throw new DeliveryException($"{file}: the key has {bytes.Length} bytes; expected at least {LeastKeyLength} random ones. Make one, for example: openssl rand -out {Path.GetFileName(file)} 32");
    }

    /// <summary>The pseudonym of a VIN.</summary>
    /// <param name="vin">17 characters.</param>
    public string Of(string vin)
    {
        ArgumentNullException.ThrowIfNull(vin);
        return $"{vin[..Vin.PrefixLength]}-{Hash(vin)}";
    }

    /// <summary>How a store calls a vehicle that a user names.</summary>
    /// <param name="store">The store.</param>
    /// <param name="vin">A VIN, or a pseudonym.</param>
    /// <param name="given">The store's key; null where none was given.</param>
    /// <exception cref="StoreException">The store holds pseudonyms, and there is no key or another one to make one of the VIN; or it is no VIN.</exception>
    public static string NameIn(ClaimStore store, string vin, Pseudonyms? given)
    {
        ArgumentNullException.ThrowIfNull(store);
        if (store.Manifest.PseudonymKey is null || IsPseudonym(vin))
        {
            return vin;
        }

        _ = VehicleNames.Of(store, given);
        return Vin.TryParse(vin, out _, out var problem)
            ? given!.Of(vin)
            : throw new StoreException($"VIN '{vin}': {problem}. Name a VIN, or a pseudonym of this store");
    }

    /// <summary>What stands in a VIN's column: a pseudonym is kept; what is neither VIN nor pseudonym is made unrecognisable as a whole.</summary>
    internal string Cell(string text) =>
        Vin.TryParse(text, out _, out _) ? Of(text) : IsPseudonym(text) ? text : "?" + Hash(text)[..16];

    /// <summary>Whether this is a pseudonym, of whatever key.</summary>
    internal static bool IsPseudonym(string text) => PseudonymPattern().IsMatch(text);

    /// <summary>The pseudonym of what may be a VIN within a text: 17 letters and digits in any case.</summary>
    internal string OfToken(string token) => token.Length < Vin.Length ? "?" + Hash(token)[..16] : Of(token.ToUpperInvariant());

    private string Hash(string text) => Convert.ToHexStringLower(HMACSHA256.HashData(key, Encoding.UTF8.GetBytes(text)));

    [GeneratedRegex("^" + Pattern + "$", RegexOptions.CultureInvariant)]
    private static partial Regex PseudonymPattern();
}
