using System.IO.Compression;
using System.Security.Cryptography;
using System.Text;

namespace ClaimInsights.Ingest;

/// <summary>A delivered file as plain UTF-8 text on the disk: the file itself, or a transcoded or unpacked copy of it.</summary>
/// <param name="Path">The plain file.</param>
/// <param name="Start">Position of the first byte after a byte order mark.</param>
internal sealed record SourceText(string Path, long Start)
{
    private static readonly byte[] Utf8Mark = [0xEF, 0xBB, 0xBF];

    /// <summary>Lower-case hexadecimal SHA-256 of the file as delivered.</summary>
    public static string HashOf(DeliveryFile file)
    {
        using var stream = OpenDelivered(file);
        return Convert.ToHexStringLower(SHA256.HashData(stream));
    }

    /// <summary>Unpacks and transcodes where needed; the copy is written to the given path.</summary>
    /// <exception cref="DeliveryException">The file is empty, damaged, or not in the encoding that the mapping names.</exception>
    public static SourceText Open(DeliveryFile file, string? encodingName, string copy)
    {
        var path = file.Path;
        OpenDelivered(file).Dispose();
        if (file.Length == 0)
        {
            throw new DeliveryException($"{file.Name}: the file is empty (zero bytes); expected a header line at least. Ask its sender for it again");
        }

        if (file.IsPacked)
        {
            Unpack(file, copy + ".unpacked");
            path = copy + ".unpacked";
        }

        var start = new byte[3];
        using (var stream = File.OpenRead(path))
        {
            start = start[..stream.ReadAtLeast(start, 3, throwOnEndOfStream: false)];
        }

        if (start.AsSpan().StartsWith(Utf8Mark))
        {
            return new SourceText(path, Utf8Mark.Length);
        }

        var encoding = EncodingOf(file, encodingName, start);
        if (encoding is null)
        {
            return new SourceText(path, 0);
        }

        Transcode(file, path, encoding, copy);
        return new SourceText(copy, 0);
    }

    // What cannot be read is the delivery's fault, not the store's.
    private static FileStream OpenDelivered(DeliveryFile file)
    {
        try
        {
            return new FileStream(file.Path, FileMode.Open, FileAccess.Read, FileShare.Read, 1 << 20, FileOptions.SequentialScan);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new DeliveryException($"{file.Name}: cannot be read ({exception.Message}). Make it readable, then run this again", exception);
        }
    }

    private static Encoding? EncodingOf(DeliveryFile file, string? name, ReadOnlySpan<byte> start)
    {
        if (start.StartsWith((byte[])[0xFF, 0xFE]) || start.StartsWith((byte[])[0xFE, 0xFF]))
        {
            return new UnicodeEncoding(bigEndian: start[0] == 0xFE, byteOrderMark: true, throwOnInvalidBytes: true);
        }

        if (name is null || name.Equals("utf-8", StringComparison.OrdinalIgnoreCase) || name.Equals("utf8", StringComparison.OrdinalIgnoreCase))
        {
            return null;
        }

        try
        {
            Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);
            return Encoding.GetEncoding(name, EncoderFallback.ExceptionFallback, DecoderFallback.ExceptionFallback);
        }
        catch (ArgumentException exception)
        {
            throw new DeliveryException($"{file.Name}: the mapping's encoding '{name}' is not known; expected for example utf-8, gb18030 or utf-16", exception);
        }
    }

    private static void Unpack(DeliveryFile file, string copy)
    {
        try
        {
            using var packed = new GZipStream(OpenDelivered(file), CompressionMode.Decompress);
            using var plain = File.Create(copy);
            packed.CopyTo(plain);
        }
        catch (InvalidDataException exception)
        {
            throw new DeliveryException($"{file.Name}: is not a sound gzip file ({exception.Message}). Ask its sender for it again", exception);
        }

        if (new FileInfo(copy).Length == 0)
        {
            throw new DeliveryException($"{file.Name}: the file is empty (zero bytes, unpacked); expected a header line at least. Ask its sender for it again");
        }
    }

    private static void Transcode(DeliveryFile file, string path, Encoding encoding, string copy)
    {
        using var reader = new StreamReader(path, encoding, detectEncodingFromByteOrderMarks: false, 1 << 16);
        using var writer = new StreamWriter(copy, append: false, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false), 1 << 16);
        var characters = new char[1 << 15];
        var first = true;
        try
        {
            int read;
            while ((read = reader.Read(characters)) > 0)
            {
                var skip = first && characters[0] == '\uFEFF' ? 1 : 0;
                writer.Write(characters, skip, read - skip);
                first = false;
            }
        }
        catch (DecoderFallbackException exception)
        {
            throw new DeliveryException(
                $"{file.Name}: holds bytes that are not {encoding.WebName} ({exception.Message.Split('.')[0]}). Name the right encoding in the mapping", exception);
        }
    }
}
