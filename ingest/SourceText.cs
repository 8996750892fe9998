using System.IO.Compression;
using System.Security.Cryptography;

namespace ClaimInsights.Ingest;

/// <summary>A delivered file as plain UTF-8 text on the disk: the file itself, or a transcoded, unpacked or converted copy of it.</summary>
/// <param name="Path">The plain file.</param>
/// <param name="Start">Position of the first byte after a byte order mark.</param>
/// <param name="Encoding">What it was delivered in, for receipts: <c>utf-8</c>, <c>gb18030</c>, <c>xlsx</c> …</param>
internal sealed record SourceText(string Path, long Start, string Encoding)
{
    /// <summary>Where the copy's places lie in the file; null where it is UTF-8 itself.</summary>
    public Transcoding? Transcoding { get; init; }

    /// <summary>The columns of a workbook or a Parquet file, whose rows are JSON lines here; null: the text has them.</summary>
    public IReadOnlyList<string>? Header { get; init; }

    /// <summary>Whether its rows have places in the file; those of a workbook or of Parquet have none.</summary>
    public bool HasPlaces => Header is null;

    /// <summary>Lower-case hexadecimal SHA-256 of the file as delivered.</summary>
    public static string HashOf(DeliveryFile file)
    {
        using var stream = OpenDelivered(file);
        return Convert.ToHexStringLower(SHA256.HashData(stream));
    }

    /// <summary>Unpacks, transcodes and converts where needed; the copy is written to the given path.</summary>
    /// <exception cref="DeliveryException">The file is empty, damaged, or not what is said about it.</exception>
    public static SourceText Open(DeliveryFile file, ReadingOptions how, string copy)
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

        return file.Kind switch
        {
            FileKind.Workbook => Workbook.Convert(file, path, how.Sheet, copy),
            FileKind.Parquet => ParquetFile.Convert(file, path, copy),
            _ => OpenText(file, path, how.Encoding, copy),
        };
    }

    private static SourceText OpenText(DeliveryFile file, string path, string? encodingName, string copy)
    {
        var bytes = new byte[4];
        using (var stream = File.OpenRead(path))
        {
            bytes = bytes[..stream.ReadAtLeast(bytes, bytes.Length, throwOnEndOfStream: false)];
        }

        var named = encodingName is null ? null : Named(file, encodingName);
        var marked = EncodingGuess.ByMark(bytes);
        var start = marked?.Start ?? 0;
        var encoding = marked is { } mark ? mark.Encoding : encodingName is null ? EncodingGuess.ByBytes(path) : named;
        if (encoding is null)
        {
            return new SourceText(path, start, "utf-8");
        }

        var transcoding = Transcoding.Write(path, start, encoding, copy);
        return new SourceText(copy, 0, encoding.Name) { Transcoding = transcoding };
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

    private static SourceEncoding? Named(DeliveryFile file, string name)
    {
        try
        {
            return SourceEncoding.Find(name);
        }
        catch (ArgumentException exception)
        {
            throw new DeliveryException($"{file.Name}: the encoding '{name}' is not known; expected for example utf-8, gb18030, big5 or utf-16. Name another with --encoding or in the mapping", exception);
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
}
