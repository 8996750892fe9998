using System.Text;
using Parquet;

namespace ClaimInsights.Tests.Ingest;

/// <summary>Everything that lies in a folder, unpacked: for asking whether a word is anywhere.</summary>
internal static class StoredBytes
{
    /// <summary>Files in which a word stands, in whatever case: in their bytes, or in a text column of theirs where they are Parquet.</summary>
    public static IReadOnlyList<string> FilesWith(string folder, string word) =>
        [.. Directory.GetFiles(folder, "*", SearchOption.AllDirectories).Where(file => Holds(file, word)).Select(file => Path.GetRelativePath(folder, file)).Order(StringComparer.Ordinal)];

    private static bool Holds(string file, string word) =>
        Encoding.UTF8.GetString(File.ReadAllBytes(file)).Contains(word, StringComparison.OrdinalIgnoreCase)
        || (file.EndsWith(".parquet", StringComparison.Ordinal) && Texts(file).GetAwaiter().GetResult().Any(text => text.Contains(word, StringComparison.OrdinalIgnoreCase)));

    private static async Task<IReadOnlyList<string>> Texts(string file)
    {
        var texts = new List<string>();
        await using var stream = File.OpenRead(file);
        await using var reader = await ParquetReader.CreateAsync(stream, cancellationToken: TestContext.Current.CancellationToken);
        for (var group = 0; group < reader.RowGroupCount; group++)
        {
            using var rows = reader.OpenRowGroupReader(group);
            foreach (var field in reader.Schema.DataFields.Where(field => field.ClrType == typeof(string)))
            {
                var cells = new string?[rows.RowCount];
                await rows.ReadAsync(field, cells, cancellationToken: TestContext.Current.CancellationToken);
                texts.AddRange(cells.OfType<string>());
            }
        }

        return texts;
    }
}
