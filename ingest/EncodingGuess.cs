using UtfUnknown;

namespace ClaimInsights.Ingest;

/// <summary>
/// Finds out the encoding of a text file: its mark, else what the bytes of the whole file are. The detector only proposes; a strict
/// decoding of every byte decides. What is undecided counts as UTF-8, so that damage is quarantined instead of read as other letters.
/// </summary>
internal static class EncodingGuess
{
    // Of a text in Chinese, the share of characters in the rows of GB 2312; of stray bytes between ASCII letters next to none.
    private const double LeastUsual = 0.8;

    // A few bytes prove nothing.
    private const int LeastWide = 32;

    // Above this share of broken bytes the encoding is not the right one.
    private const double MostBroken = 0.02;

    /// <summary>The encoding by the file's mark, and where its text begins; null: no mark.</summary>
    public static (SourceEncoding? Encoding, int Start)? ByMark(ReadOnlySpan<byte> start) =>
        start.StartsWith((byte[])[0xEF, 0xBB, 0xBF]) ? (null, 3)
        : start.StartsWith((byte[])[0xFF, 0xFE]) ? (new Utf16Source(isBigEndian: false), 2)
        : start.StartsWith((byte[])[0xFE, 0xFF]) ? (new Utf16Source(isBigEndian: true), 2)
        : start.StartsWith((byte[])[0x84, 0x31, 0x95, 0x33]) ? (new CodePageSource("gb18030"), 4)
        : null;

    /// <summary>The encoding by the bytes of the whole file; null: UTF-8.</summary>
    public static SourceEncoding? ByBytes(string path)
    {
        var evidence = TextEvidence.Of(path, 0);
        if (WideOf(evidence) is { } wide)
        {
            return wide;
        }

        if (evidence.NotUtf8 == 0 || evidence.Utf8Characters > evidence.NotUtf8)
        {
            return null;
        }

        return Proposed(evidence).Where(encoding => Fits(path, encoding)).FirstOrDefault();
    }

    // UTF-16 without a mark: of Latin text, every second byte is a NUL, on one side only.
    private static Utf16Source? WideOf(TextEvidence evidence)
    {
        var (more, fewer) = (Math.Max(evidence.EvenNuls, evidence.OddNuls), Math.Min(evidence.EvenNuls, evidence.OddNuls));
        return evidence.Length >= LeastWide && more > evidence.Length / 8 && fewer <= more / 4 ? new Utf16Source(isBigEndian: evidence.EvenNuls > evidence.OddNuls) : null;
    }

    // One-byte code pages decode anything and are never guessed: they must be named.
    private static IEnumerable<SourceEncoding> Proposed(TextEvidence evidence)
    {
        var names = CharsetDetector.DetectFromBytes(evidence.Sample.ToArray()).Details?
            .OrderByDescending(detail => detail.Confidence)
            .Select(detail => detail.EncodingName.ToLowerInvariant()) ?? [];
        return names.Where(name => name is "gb18030" or "gb2312" or "gbk" or "big5").Append("gb18030")
            .Select(name => name == "big5" ? name : "gb18030").Distinct(StringComparer.Ordinal).Select(name => new CodePageSource(name));
    }

    private static bool Fits(string path, SourceEncoding encoding)
    {
        long broken = 0;
        long usual = 0;
        long all = 0;
        var bytes = new byte[(1 << 20) + 8];
        using var stream = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read, 1, FileOptions.SequentialScan);
        var kept = 0;
        int read;
        do
        {
            read = stream.ReadAtLeast(bytes.AsSpan(kept, 1 << 20), 1 << 20, throwOnEndOfStream: false);
            var rest = bytes.AsSpan(0, kept + read);
            while (rest.IndexOfAnyInRange((byte)0x80, (byte)0xFF) is >= 0 and var next)
            {
                rest = rest[next..];
                var taken = encoding.Decode(rest, ended: read < 1 << 20, out var rune);
                if (taken == 0)
                {
                    break;
                }

                all++;
                broken += rune < 0 ? 1 : 0;
                usual += rune >= 0 && (encoding.Name != "gb18030" || IsUsual(rest)) ? 1 : 0;
                rest = rest[taken..];
            }

            kept = rest.ContainsAnyInRange((byte)0x80, (byte)0xFF) ? rest.Length : 0;
            rest[(rest.Length - kept)..].CopyTo(bytes);
        }
        while (read == 1 << 20);
        return broken <= MostBroken * all && usual >= LeastUsual * all;
    }

    private static bool IsUsual(ReadOnlySpan<byte> bytes) => bytes[0] is >= 0xA1 and <= 0xF7 && bytes.Length > 1 && bytes[1] is >= 0xA1 and <= 0xFE;
}
