using System.Text;

namespace ClaimInsights.Ingest;

/// <summary>
/// A UTF-8 copy of a file in another encoding, written in bounded memory. Bytes that are none of the encoding become a byte that is no
/// UTF-8 either, so that their row is found like any other damaged one; places are kept, so that it is found in the file as delivered.
/// </summary>
internal sealed class Transcoding
{
    private const byte NoCharacter = 0xFF;
    private const int Stretch = 1 << 16;

    // Where each stretch begins, in the file and in the copy.
    private readonly List<(long Original, long Copy)> places = [];

    private Transcoding(string original, SourceEncoding encoding) => (Original, Encoding) = (original, encoding);

    /// <summary>The file as delivered (unpacked).</summary>
    public string Original { get; }

    public SourceEncoding Encoding { get; }

    /// <summary>Writes the copy of all that follows a byte order mark.</summary>
    public static Transcoding Write(string original, long start, SourceEncoding encoding, string copy)
    {
        var transcoding = new Transcoding(original, encoding);
        using var input = new FileStream(original, FileMode.Open, FileAccess.Read, FileShare.Read, 1, FileOptions.SequentialScan);
        using var output = new FileStream(copy, FileMode.Create, FileAccess.Write, FileShare.None, 1 << 18);
        input.Position = start;
        transcoding.Copy(input, output);
        return transcoding;
    }

    /// <summary>Finds places of the file again, for places of the copy in ascending order.</summary>
    public OriginCursor Origins() => new(this, places);

    /// <summary>Encodes one decoded character, or what stands for none.</summary>
    internal static int Encode(int rune, Span<byte> utf8)
    {
        if (rune < 0)
        {
            utf8[0] = NoCharacter;
            return 1;
        }

        return new Rune(rune).EncodeToUtf8(utf8);
    }

    private void Copy(FileStream input, FileStream output)
    {
        var bytes = new byte[Stretch + 8];
        var utf8 = new byte[(Stretch + 8) * 4];
        var kept = 0;
        long original = input.Position;
        long copied = 0;
        bool ended;
        do
        {
            var read = input.ReadAtLeast(bytes.AsSpan(kept, Stretch), Stretch, throwOnEndOfStream: false);
            ended = read < Stretch;
            places.Add((original, copied));
            var (taken, written) = Convert(bytes.AsSpan(0, kept + read), utf8, ended);
            output.Write(utf8, 0, written);
            (original, copied) = (original + taken, copied + written);
            bytes.AsSpan(taken, kept + read - taken).CopyTo(bytes);
            kept = kept + read - taken;
        }
        while (!ended);
    }

    private (int Taken, int Written) Convert(ReadOnlySpan<byte> bytes, Span<byte> utf8, bool ended)
    {
        var (at, to) = (0, 0);
        while (at < bytes.Length)
        {
            if (Encoding.KeepsAscii && bytes[at] < 0x80)
            {
                var run = bytes[at..].IndexOfAnyInRange((byte)0x80, (byte)0xFF);
                run = run < 0 ? bytes.Length - at : run;
                bytes.Slice(at, run).CopyTo(utf8[to..]);
                (at, to) = (at + run, to + run);
                continue;
            }

            var taken = Encoding.Decode(bytes[at..], ended, out var rune);
            if (taken == 0)
            {
                break;
            }

            to += Encode(rune, utf8[to..]);
            at += taken;
        }

        return (at, to);
    }
}
