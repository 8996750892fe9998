using System.Buffers.Binary;

namespace ClaimInsights.Ingest;

/// <summary>UTF-16; a surrogate without its partner, and a last byte alone, are none of it.</summary>
internal sealed class Utf16Source(bool isBigEndian) : SourceEncoding(isBigEndian ? "utf-16be" : "utf-16le")
{
    public override bool KeepsAscii => false;

    public override int Decode(ReadOnlySpan<byte> bytes, bool ended, out int rune)
    {
        rune = -1;
        if (bytes.Length < 2)
        {
            return ended ? 1 : 0;
        }

        var unit = (char)Unit(bytes);
        if (!char.IsSurrogate(unit))
        {
            rune = unit;
            return 2;
        }

        if (bytes.Length < 4)
        {
            return ended || char.IsLowSurrogate(unit) ? 2 : 0;
        }

        var next = (char)Unit(bytes[2..]);
        if (!char.IsSurrogatePair(unit, next))
        {
            return 2;
        }

        rune = char.ConvertToUtf32(unit, next);
        return 4;
    }

    private ushort Unit(ReadOnlySpan<byte> bytes) =>
        isBigEndian ? BinaryPrimitives.ReadUInt16BigEndian(bytes) : BinaryPrimitives.ReadUInt16LittleEndian(bytes);
}
