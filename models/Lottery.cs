using System.Buffers.Binary;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace ClaimInsights.Models;

/// <summary>Draws that depend on the seed and the claim alone: neither the order of the rows nor other claims change a ticket.</summary>
internal static class Lottery
{
    /// <summary>A number in [0, 1).</summary>
    public static double Ticket(int seed, string claimId, int version)
    {
        var name = Encoding.UTF8.GetBytes(string.Create(CultureInfo.InvariantCulture, $"{seed}\n{claimId}\n{version}"));
        return (BinaryPrimitives.ReadUInt64BigEndian(SHA256.HashData(name)) >> 11) * (1.0 / (1UL << 53));
    }
}
