using System.Globalization;
using System.Text.Json;

namespace ClaimInsights.Ingest;

/// <summary>Reads a mapping strictly: an unknown key, a wrong type or a contradiction is an error that names its place.</summary>
internal sealed class MappingReader(string file)
{
    /// <summary>The keys of a mapping.</summary>
    public static readonly string[] Keys = ["table", "encoding", "delimiter", "sheet", "as_of", "columns", "split", "keep", "drop"];

    /// <summary>The keys of a column.</summary>
    public static readonly string[] ColumnKeys =
        ["from", "join", "formats", "thousands", "decimal", "factor", "values", "otherwise", "constant"];

    /// <summary>The keys of <c>split</c>.</summary>
    public static readonly string[] SplitKeys = ["column", "by", "into"];

    public Mapping Read(JsonElement root, string hash)
    {
        OnlyKeys(root, "the mapping", Keys);
        var name = Text(root, "table", "the mapping") ?? throw Wrong("has no 'table'", "one of " + TableNames);
        var table = Tables.Find(name) ?? throw Wrong($"names the table '{name}'", "one of " + TableNames);
        var mapping = new Mapping
        {
            File = file,
            Hash = hash,
            Table = table,
            Encoding = Text(root, "encoding", "the mapping"),
            Delimiter = Mark(root, "delimiter", "the mapping") is { } mark ? mark[0] : null,
            Sheet = Text(root, "sheet", "the mapping"),
            AsOf = AsOf(root),
            Columns = Columns(root, table),
            Split = Split(root, table),
            Keep = Texts(root, "keep", "the mapping"),
            Drop = Texts(root, "drop", "the mapping"),
        };
        return mapping.Split is { } split && mapping.Columns.Any(column => column.Target.Name == split.Into)
            ? throw Wrong($"gives '{split.Into}' twice, in 'columns' and in 'split'", "one source for each column")
            : mapping;
    }

    private static string TableNames => string.Join(", ", Tables.All.Select(table => table.Name));

    private List<ColumnMapping> Columns(JsonElement root, Table table)
    {
        if (!root.TryGetProperty("columns", out var columns) || columns.ValueKind != JsonValueKind.Object)
        {
            throw Wrong("has no 'columns'", "an object with one key for each column of the table");
        }

        return [.. columns.EnumerateObject().Select(property => Column(property.Name, property.Value, table))];
    }

    private ColumnMapping Column(string name, JsonElement json, Table table)
    {
        var column = table.Find(name) ?? throw Wrong(
            $"maps to '{name}', which {table.Name} does not have", "a column of the contract (docs/claim-store.md); further columns go into 'keep'");
        var where = $"'columns', '{name}',";
        OnlyKeys(json, where, ColumnKeys);
        var from = Texts(json, "from", where);
        var constant = Text(json, "constant", where);
        if ((from.Count == 0) == (constant is null))
        {
            throw Wrong($"{where} has {(constant is null ? "neither 'from' nor 'constant'" : "both 'from' and 'constant'")}", "one of them");
        }

        var join = Text(json, "join", where);
        if (from.Count > 1 && join is null)
        {
            throw Wrong($"maps {string.Join(" and ", from)} to '{name}'", "one column, or 'join' with what stands between their values");
        }

        var otherwise = Text(json, "otherwise", where);
        var mapping = new ColumnMapping(column)
        {
            From = from,
            Constant = constant,
            Join = join,
            Formats = Texts(json, "formats", where),
            Thousands = Mark(json, "thousands", where),
            Decimal = Mark(json, "decimal", where),
            Factor = Factor(json, where),
            Values = Values(json, where),
            Otherwise = otherwise == "quarantine" ? null : otherwise,
        };
        CheckCodes(mapping, where);
        CheckFits(mapping, where);
        return mapping;
    }

    private void CheckCodes(ColumnMapping mapping, string where)
    {
        if (mapping.Target.Type == ColumnType.Code)
        {
            foreach (var code in mapping.Values.Values.Append(mapping.Otherwise).Append(mapping.Constant).OfType<string>())
            {
                if (!mapping.Target.Codes.Contains(code, StringComparer.Ordinal))
                {
                    throw Wrong($"{where} gives the code '{code}'", "one of " + string.Join(", ", mapping.Target.Codes));
                }
            }
        }
    }

    private void CheckFits(ColumnMapping mapping, string where)
    {
        var type = mapping.Target.Type;
        if (mapping.Formats.Count > 0 && type is not (ColumnType.Date or ColumnType.Timestamp))
        {
            throw Wrong($"{where} has 'formats'", "them on dates only");
        }

        if ((mapping.Thousands ?? mapping.Decimal) is not null || mapping.Factor is not null)
        {
            if (type is not (ColumnType.Int or ColumnType.Decimal or ColumnType.Real))
            {
                throw Wrong($"{where} has 'thousands', 'decimal' or 'factor'", "them on numbers only");
            }

            if ((mapping.Thousands ?? "") == (mapping.Decimal ?? "."))
            {
                throw Wrong($"{where} has one mark for thousands and decimals", "two different ones");
            }
        }

        foreach (var format in mapping.Formats)
        {
            _ = DateFormat.ToStrptime(format) ?? throw Wrong(
                $"{where} has the format '{format}'", "a year (yyyy), a month (MM or M) and a day (dd or d), for example yyyy/M/d");
        }

        if (mapping.Otherwise is not null && mapping.Values.Count == 0)
        {
            throw Wrong($"{where} has 'otherwise' without 'values'", "both or neither");
        }
    }

    private SplitMapping? Split(JsonElement root, Table table)
    {
        if (!root.TryGetProperty("split", out var json))
        {
            return null;
        }

        OnlyKeys(json, "'split'", SplitKeys);
        string Required(string key) => Text(json, key, "'split'") is { Length: > 0 } text ? text : throw Wrong($"'split' has no '{key}'", "column, by and into");
        var split = new SplitMapping(Required("column"), Required("by"), Required("into"));
        return table != Tables.Claims ? throw Wrong($"splits rows of {table.Name}", "'split' for claims only")
            : table.Find(split.Into) is not { Type: ColumnType.Text } || split.Into == "claim_id"
                ? throw Wrong($"'split' goes into '{split.Into}'", "a text column of claims, for example causal_part")
                : split;
    }

    private DateOnly? AsOf(JsonElement root) =>
        Text(root, "as_of", "the mapping") is not { } text ? null
        : DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day
        : throw Wrong($"has the as_of '{text}'", "a day as yyyy-MM-dd");

    private decimal? Factor(JsonElement json, string where) =>
        !json.TryGetProperty("factor", out var value) ? null
        : value.ValueKind == JsonValueKind.Number && value.TryGetDecimal(out var factor) && factor is > 0 and < 1_000_000 ? factor
        : throw Wrong($"{where} has the factor {value.GetRawText()}", "a number above 0 and below 1,000,000");

    private Dictionary<string, string> Values(JsonElement json, string where)
    {
        if (!json.TryGetProperty("values", out var values))
        {
            return [];
        }

        Expect(values, JsonValueKind.Object, $"{where} 'values'", "an object of texts");
        return values.EnumerateObject().ToDictionary(
            property => property.Name.Trim(), property => Text(values, property.Name, $"{where} 'values'")!, StringComparer.Ordinal);
    }

    private string? Mark(JsonElement json, string key, string where) =>
        Text(json, key, where) is not { } mark ? null
        : mark.Length == 1 && char.IsAscii(mark[0]) && mark[0] is not ('"' or '\r' or '\n' or '\0') ? mark
        : throw Wrong($"{where} has the {key} '{mark}'", "one ASCII character, no quote and no line end");

    private string? Text(JsonElement json, string key, string where)
    {
        if (!json.TryGetProperty(key, out var value))
        {
            return null;
        }

        return value.ValueKind switch
        {
            JsonValueKind.String => value.GetString(),
            JsonValueKind.Number or JsonValueKind.True or JsonValueKind.False => value.GetRawText(),
            _ => throw Wrong($"{where} has the {key} {value.GetRawText()}", "a text"),
        };
    }

    private List<string> Texts(JsonElement json, string key, string where)
    {
        if (!json.TryGetProperty(key, out var value))
        {
            return [];
        }

        var texts = value.ValueKind == JsonValueKind.Array ? [.. value.EnumerateArray()] : new List<JsonElement> { value };
        return texts.All(text => text.ValueKind == JsonValueKind.String)
            ? [.. texts.Select(text => text.GetString()!)]
            : throw Wrong($"{where} has the {key} {value.GetRawText()}", "a text or a list of texts");
    }

    private void OnlyKeys(JsonElement json, string where, string[] known)
    {
        Expect(json, JsonValueKind.Object, where, "an object");
        foreach (var property in json.EnumerateObject().Where(property => !known.Contains(property.Name, StringComparer.Ordinal)))
        {
            throw Wrong($"{where} has the unknown key '{property.Name}'", "only " + string.Join(", ", known));
        }
    }

    private void Expect(JsonElement json, JsonValueKind kind, string where, string expected)
    {
        if (json.ValueKind != kind)
        {
            throw Wrong($"{where} is {json.ValueKind}", expected);
        }
    }

    private DeliveryException Wrong(string found, string expected) => new($"{file}: {found}; expected {expected}. Repair the mapping");
}
