using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace ClaimInsights.Ingest;

/// <summary>Makes a mapping file ready to edit of what was found out about a file.</summary>
internal static class MappingSuggestion
{
    /// <summary>Stands where a required column has no source yet; such a mapping is refused until it is edited.</summary>
    public const string Open = "?";

    private static readonly JsonSerializerOptions Options = new() { WriteIndented = true, NewLine = "\n", Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    // Headers behind which people stand: left out unless the editor decides otherwise.
    private static readonly string[] Personal =
        ["姓名", "电话", "手机", "身份证", "地址", "联系", "邮箱", "车主", "客户名", "owner", "phone", "mobile", "address", "email", "driver"];

    public static string Of(FileText text, Table table, IReadOnlyList<InspectedColumn> columns, ReadingOptions said)
    {
        var mapping = new JsonObject { ["table"] = table.Name };
        if (text.Source.HasPlaces && text.Source.Encoding != "utf-8")
        {
            mapping["encoding"] = text.Source.Encoding;
        }

        if (text.DelimiterName is { } delimiter)
        {
            mapping["delimiter"] = delimiter;
        }

        if (said.Sheet is not null)
        {
            mapping["sheet"] = said.Sheet;
        }

        var mapped = columns.Where(column => column.Target is not null).ToDictionary(column => column.Target!, StringComparer.Ordinal);
        mapping["columns"] = new JsonObject(table.Columns
            .Where(column => column.Required || mapped.ContainsKey(column.Name))
            .Select(column => KeyValuePair.Create<string, JsonNode?>(column.Name, ColumnOf(column, mapped.GetValueOrDefault(column.Name)))));
        var rest = columns.Where(column => column.Target is null).Select(column => column.Name).ToList();
        var keep = Keepable(table, rest);
        Add(mapping, "keep", keep);
        Add(mapping, "drop", rest.Except(keep));
        return mapping.ToJsonString(Options) + "\n";
    }

    private static JsonObject ColumnOf(Column column, InspectedColumn? found)
    {
        var made = new JsonObject { ["from"] = found?.Name ?? Open };
        if (found is { Formats.Count: > 0 } && column.Type is ColumnType.Date or ColumnType.Timestamp)
        {
            Add(made, "formats", found!.Formats);
        }

        if (found is not null && column.Type is ColumnType.Int or ColumnType.Decimal or ColumnType.Real)
        {
            AddText(made, "thousands", found!.Thousands);
            AddText(made, "decimal", found.Decimal);
        }

        return made;
    }

    private static List<string> Keepable(Table table, List<string> rest)
    {
        var names = new HashSet<string>(StringComparer.Ordinal);
        return rest.FindAll(header =>
        {
            var name = AttributeName.Of(header);
            return name.Length > 0 && !AttributeName.IsReserved(name) && table.Find(name) is null && !IsPersonal(header) && names.Add(name);
        });
    }

    private static bool IsPersonal(string header) => Personal.Any(word => header.Contains(word, StringComparison.OrdinalIgnoreCase));

    private static void Add(JsonObject json, string key, IEnumerable<string> texts)
    {
        var array = new JsonArray([.. texts.Select(text => (JsonNode?)JsonValue.Create(text))]);
        if (array.Count > 0)
        {
            json[key] = array;
        }
    }

    private static void AddText(JsonObject json, string key, string? text)
    {
        if (text is not null)
        {
            json[key] = text;
        }
    }
}
