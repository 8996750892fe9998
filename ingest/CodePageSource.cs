using System.Collections.Concurrent;
using System.Text;

namespace ClaimInsights.Ingest;

/// <summary>
/// A code page of one and two bytes (GB18030 also of four), as tables made once from the platform's own. One character never depends on
/// another, so that a place in the text can be found again in the file.
/// </summary>
internal sealed class CodePageSource : SourceEncoding
{
    private const char None = '\uFFFF';
    private static readonly ConcurrentDictionary<string, (int[] One, int[] Two)> Tables = new(StringComparer.Ordinal);

    private readonly Encoding encoding;
    private readonly bool hasFour;
    private readonly int[] one;
    private readonly int[] two;

    public CodePageSource(string name)
        : base(name)
    {
        Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);
        encoding = Encoding.GetEncoding(name, EncoderFallback.ExceptionFallback, new DecoderReplacementFallback(None.ToString()));
        hasFour = name == "gb18030";
        (one, two) = Tables.GetOrAdd(name, _ => (OneByte(encoding), TwoBytes(encoding)));
        if (Enumerable.Range(0, 0x80).Any(value => one[value] != value))
        {
            throw new ArgumentException($"{name} is no extension of ASCII", nameof(name));
        }
    }

    public override bool KeepsAscii => true;

    public override int Decode(ReadOnlySpan<byte> bytes, bool ended, out int rune)
    {
        rune = one[bytes[0]];
        if (rune >= 0)
        {
            return 1;
        }

        if (bytes.Length < 2)
        {
            return ended ? 1 : 0;
        }

        if (hasFour && bytes[1] is >= (byte)'0' and <= (byte)'9' && bytes[0] is >= 0x81 and <= 0xFE)
        {
            if (bytes.Length < 4)
            {
                return ended ? 1 : 0;
            }

            rune = Single(encoding, bytes[..4]);
            return rune >= 0 ? 4 : 1;
        }

        rune = two[(bytes[0] << 8) | bytes[1]];
        return rune >= 0 ? 2 : 1;
    }

    private static int[] OneByte(Encoding encoding)
    {
        var table = new int[256];
        Span<byte> bytes = stackalloc byte[1];
        for (var value = 0; value < table.Length; value++)
        {
            bytes[0] = (byte)value;
            table[value] = Single(encoding, bytes);
        }

        return table;
    }

    private static int[] TwoBytes(Encoding encoding)
    {
        var table = new int[1 << 16];
        Span<byte> bytes = stackalloc byte[2];
        for (var value = 0; value < table.Length; value++)
        {
            (bytes[0], bytes[1]) = ((byte)(value >> 8), (byte)value);
            table[value] = bytes[0] < 0x80 ? -1 : Single(encoding, bytes);
        }

        return table;
    }

    // One character of all these bytes, or −1.
    private static int Single(Encoding encoding, ReadOnlySpan<byte> bytes)
    {
        Span<char> characters = stackalloc char[8];
        var count = encoding.GetChars(bytes, characters);
        return characters[..count].Contains(None) ? -1
            : count == 1 && !char.IsSurrogate(characters[0]) ? characters[0]
            : count == 2 && char.IsSurrogatePair(characters[0], characters[1]) ? char.ConvertToUtf32(characters[0], characters[1])
            : -1;
    }
}
