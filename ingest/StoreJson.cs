using System.Text.Encodings.Web;
using System.Text.Json;

namespace ClaimInsights.Ingest;

/// <summary>How manifest and receipts are written: snake_case, indented, so that a person can read and compare them.</summary>
internal static class StoreJson
{
    public static JsonSerializerOptions Options { get; } = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower,
        WriteIndented = true,
        NewLine = "\n",
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    /// <summary>Writes beside the target, to the disk, and renames: a reader sees the old file or the new one, never a half.</summary>
    public static void Replace<T>(string file, T value)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(file)!);
        var beside = file + ".new";
        using (var stream = new FileStream(beside, FileMode.Create, FileAccess.Write, FileShare.None))
        {
            JsonSerializer.Serialize(stream, value, Options);
            stream.Flush(flushToDisk: true);
        }

        File.Move(beside, file, overwrite: true);
        FolderFlush.Flush(Path.GetDirectoryName(file)!);
    }

    public static T Read<T>(string file)
    {
        using var stream = File.OpenRead(file);
        return JsonSerializer.Deserialize<T>(stream, Options) ?? throw new JsonException("null");
    }
}
