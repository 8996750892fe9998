using System.Text.RegularExpressions;

namespace ClaimInsights.Ingest;

/// <summary>What the headers of a file mean in one table: the contract's own names, and the known Chinese ones.</summary>
internal static partial class HeaderNames
{
    private static readonly Dictionary<string, List<string>> Known = ByHeader(ChineseHeaders.All);

    private static readonly Dictionary<string, List<string>> Attributes = ByHeader(ChineseHeaders.ClaimAttributes);

    /// <summary>For each header the table's column that it means; null: none.</summary>
    public static IReadOnlyList<string?> In(Table table, IReadOnlyList<string> header)
    {
        var named = new string?[header.Count];
        var candidates = header.Select(name => Candidates(table, name)).ToList();

        // First those that can mean one column only, so that a header of several meanings takes what is left.
        foreach (var index in Enumerable.Range(0, header.Count).OrderBy(index => candidates[index].Count).ThenBy(index => index))
        {
            named[index] = candidates[index].FirstOrDefault(name => !named.Contains(name)) ?? candidates[index].FirstOrDefault();
        }

        return named;
    }

    /// <summary>The attribute that a claims file's header about vehicle or dealer becomes; null: none.</summary>
    public static string? AttributeOf(Table table, string header) =>
        table == Tables.Claims && Attributes.TryGetValue(Plain(header), out var names) ? names[0] : null;

    /// <summary>Whether some table knows the header.</summary>
    public static bool IsKnown(string header) =>
        Known.ContainsKey(Plain(header)) || Attributes.ContainsKey(Plain(header)) || Tables.All.Any(table => table.Find(header) is not null);

    private static List<string> Candidates(Table table, string header) =>
        table.Find(header) is { } column ? [column.Name]
        : Known.TryGetValue(Plain(header), out var names) ? names.FindAll(name => table.Find(name) is not null)
        : [];

    // Without blanks, without the unit behind it where that is the contract's own, letters as capitals.
    private static string Plain(string header) =>
        Unit().Replace(header.Replace(" ", "", StringComparison.Ordinal).Replace("\u3000", "", StringComparison.Ordinal), "").ToUpperInvariant();

    [GeneratedRegex("[(（\\[](元|人民币|km|KM|公里|千米|小时|h|H|个月|月)[)）\\]]$")]
    private static partial Regex Unit();

    private static Dictionary<string, List<string>> ByHeader(IReadOnlyList<(string Name, string[] Headers)> list) => list
        .SelectMany(one => one.Headers.Select(header => (header, one.Name)))
        .GroupBy(pair => pair.header, StringComparer.Ordinal)
        .ToDictionary(group => group.Key, group => group.Select(pair => pair.Name).ToList(), StringComparer.Ordinal);
}
