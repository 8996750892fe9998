using System.Text;

namespace ClaimInsights.Ingest;

/// <summary>How the bytes of a delivered file that is not UTF-8 become characters, one by one and strictly.</summary>
internal abstract class SourceEncoding(string name)
{
    /// <summary>The name in receipts and messages, lower case.</summary>
    public string Name { get; } = name;

    /// <summary>Whether bytes below 0x80 at the beginning of a character are ASCII, each by itself.</summary>
    public abstract bool KeepsAscii { get; }

    /// <summary>Decodes the first character.</summary>
    /// <param name="bytes">At least one byte, at a character's beginning.</param>
    /// <param name="ended">Whether no further bytes follow.</param>
    /// <param name="rune">Its scalar value; −1 where the bytes are none of this encoding.</param>
    /// <returns>Bytes it takes; 0 where more are needed to tell.</returns>
    public abstract int Decode(ReadOnlySpan<byte> bytes, bool ended, out int rune);

    /// <summary>The encoding of that name; null for UTF-8.</summary>
    /// <exception cref="ArgumentException">The name is not known, or of an encoding whose characters depend on earlier ones.</exception>
    public static SourceEncoding? Find(string name)
    {
        var plain = name.Trim().ToLowerInvariant();
        return plain switch
        {
            "utf-8" or "utf8" or "utf-8-bom" or "ascii" or "us-ascii" => null,
            "utf-16" or "utf-16le" or "utf16" or "unicode" => new Utf16Source(isBigEndian: false),
            "utf-16be" => new Utf16Source(isBigEndian: true),
            "gbk" or "gb2312" or "gb18030" or "cp936" => new CodePageSource("gb18030"),
            _ => new CodePageSource(plain),
        };
    }

    /// <summary>A stretch of bytes as text; what is none of this encoding is written <c>\xHH</c>, as is a NUL.</summary>
    public string TextOf(ReadOnlySpan<byte> bytes)
    {
        var text = new StringBuilder(bytes.Length);
        while (!bytes.IsEmpty)
        {
            var taken = Decode(bytes, ended: true, out var rune);
            if (rune > 0)
            {
                text.Append(new Rune(rune).ToString());
            }
            else
            {
                RawText.AppendEscaped(text, bytes[..taken]);
            }

            bytes = bytes[taken..];
        }

        return text.ToString();
    }
}
