using System.Text.Unicode;

namespace ClaimInsights.Ingest;

/// <summary>What the bytes of a whole file say about its encoding, counted in one pass and bounded memory.</summary>
internal sealed class TextEvidence
{
    private const int Stretch = 1 << 20;
    private const int SampleSize = 1 << 17;

    /// <summary>Characters of several bytes that are UTF-8, and bytes that are not.</summary>
    public long Utf8Characters { get; private set; }

    public long NotUtf8 { get; private set; }

    /// <summary>Bytes beyond ASCII, with what stands around them, for the detector.</summary>
    public MemoryStream Sample { get; } = new();

    /// <summary>NUL bytes at even and at odd places: every second byte of UTF-16 in Latin letters.</summary>
    public long EvenNuls { get; private set; }

    public long OddNuls { get; private set; }

    public long Length { get; private set; }

    public static TextEvidence Of(string path, long start)
    {
        var evidence = new TextEvidence();
        using var stream = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read, 1, FileOptions.SequentialScan);
        stream.Position = start;
        var bytes = new byte[Stretch + 4];
        var kept = 0;
        bool ended;
        do
        {
            var read = stream.ReadAtLeast(bytes.AsSpan(kept, Stretch), Stretch, throwOnEndOfStream: false);
            ended = read < Stretch;
            evidence.CountNuls(bytes.AsSpan(kept, read));
            var left = evidence.Look(bytes.AsSpan(0, kept + read), ended);
            bytes.AsSpan(kept + read - left, left).CopyTo(bytes);
            (kept, evidence.Length) = (left, evidence.Length + read);
        }
        while (!ended);
        return evidence;
    }

    private void CountNuls(ReadOnlySpan<byte> bytes)
    {
        if (!bytes.Contains((byte)0))
        {
            return;
        }

        for (var at = 0; at < bytes.Length; at++)
        {
            if (bytes[at] == 0)
            {
                var isEven = ((Length + at) & 1) == 0;
                (EvenNuls, OddNuls) = isEven ? (EvenNuls + 1, OddNuls) : (EvenNuls, OddNuls + 1);
            }
        }
    }

    // Returns the bytes at the end that may be the beginning of a character.
    private int Look(ReadOnlySpan<byte> bytes, bool ended)
    {
        if (NotUtf8 == 0 && Utf8.IsValid(bytes))
        {
            Utf8Characters += CountLeads(bytes);
            return 0;
        }

        var at = 0;
        while (at < bytes.Length)
        {
            var run = bytes[at..].IndexOfAnyInRange((byte)0x80, (byte)0xFF);
            if (run < 0)
            {
                return 0;
            }

            Keep(bytes[Math.Max(at, at + run - 1)..(at + run)]);
            at += run;
            var status = System.Text.Rune.DecodeFromUtf8(bytes[at..], out _, out var taken);
            if (status == System.Buffers.OperationStatus.NeedMoreData && !ended)
            {
                return bytes.Length - at;
            }

            (Utf8Characters, NotUtf8) = status == System.Buffers.OperationStatus.Done ? (Utf8Characters + 1, NotUtf8) : (Utf8Characters, NotUtf8 + taken);
            Keep(bytes.Slice(at, taken));
            at += taken;
        }

        return 0;
    }

    private static long CountLeads(ReadOnlySpan<byte> bytes)
    {
        long leads = 0;
        while (bytes.IndexOfAnyInRange((byte)0xC2, (byte)0xF4) is >= 0 and var next)
        {
            leads++;
            bytes = bytes[(next + 1)..];
        }

        return leads;
    }

    private void Keep(ReadOnlySpan<byte> bytes)
    {
        if (Sample.Length < SampleSize)
        {
            Sample.Write(bytes);
        }
    }
}
