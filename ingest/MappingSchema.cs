using System.Text.Json;
using System.Text.Json.Nodes;

namespace ClaimInsights.Ingest;

/// <summary>The JSON schema of mapping files, made from the keys that the reader knows and from the contract's tables; published as docs/mapping.schema.json.</summary>
public static class MappingSchema
{
    private static readonly JsonSerializerOptions Options = new() { WriteIndented = true, NewLine = "\n", Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>The schema as text, ending in a line feed.</summary>
    public static string Text
    {
        get
        {
            var schema = Object(MappingReader.Keys, Key, ["table", "columns"]);
            schema.Insert(0, "$schema", "https://json-schema.org/draft/2020-12/schema");
            schema.Insert(1, "title", "ClaimInsights mapping");
            schema["allOf"] = new JsonArray([.. Tables.All.Select(PerTable)]);
            return schema.ToJsonString(Options) + "\n";
        }
    }

    private static JsonObject Key(string key) => key switch
    {
        "table" => new JsonObject { ["description"] = "the table that the file delivers", ["enum"] = Array(Tables.All.Select(table => table.Name)) },
        "encoding" => Of("string", "the file's encoding, such as utf-8, gb18030, big5, utf-16; found out where it is not said"),
        "delimiter" => Character("what separates fields; found out where it is not said"),
        "sheet" => Of("string", "a workbook's sheet; the first where it is not said"),
        "as_of" => new JsonObject { ["description"] = "the day to which the delivery is complete", ["type"] = "string", ["format"] = "date" },
        "columns" => Of("object", "for each column of the table, how it is made from the file's columns"),
        "split" => Object(MappingReader.SplitKeys, SplitKey, MappingReader.SplitKeys, "makes one claim of each piece of a cell"),
        "keep" => Texts("further columns of the file that are taken in as attributes"),
        "drop" => Texts("columns of the file that are left out on purpose"),
        _ => throw new InvalidOperationException($"the key '{key}' has no schema"),
    };

    private static JsonObject SplitKey(string key) => key switch
    {
        "column" => Of("string", "the file's column"),
        "by" => Of("string", "what separates the pieces"),
        "into" => Of("string", "the text column of claims that takes the piece"),
        _ => throw new InvalidOperationException($"the key '{key}' of 'split' has no schema"),
    };

    private static JsonObject ColumnKey(string key, Column column) => key switch
    {
        "from" => Texts("the file's column, or several with 'join'"),
        "join" => Of("string", "what stands between several columns' values"),
        "formats" => Texts("date formats, tried in order: yyyy, MM or M, dd or d, HH, mm, ss"),
        "thousands" => Character("the mark between thousands"),
        "decimal" => Character("the decimal mark"),
        "factor" => new JsonObject { ["description"] = "a number is multiplied by this", ["type"] = "number", ["exclusiveMinimum"] = 0, ["exclusiveMaximum"] = 1_000_000 },
        "values" => new JsonObject { ["description"] = "translations of values, from the file's to the contract's", ["type"] = "object", ["additionalProperties"] = Value(column) },
        "otherwise" => column.Codes.Count == 0 ? Of("string", "the value of all others; 'quarantine' (the default) quarantines them")
            : new JsonObject { ["description"] = "the value of all others; 'quarantine' (the default) quarantines them", ["enum"] = Array(column.Codes.Append("quarantine")) },
        "constant" => Described(Value(column), "the same value in every row"),
        _ => throw new InvalidOperationException($"the key '{key}' of a column has no schema"),
    };

    private static JsonObject Value(Column column) => column.Codes.Count > 0
        ? new JsonObject { ["enum"] = Array(column.Codes) }
        : new JsonObject { ["type"] = new JsonArray("string", "number", "boolean") };

    private static JsonObject PerTable(Table table) => new JsonObject
    {
        ["if"] = new JsonObject { ["properties"] = new JsonObject { ["table"] = new JsonObject { ["const"] = table.Name } } },
        ["then"] = new JsonObject
        {
            ["properties"] = new JsonObject
            {
                ["columns"] = Object(
                    [.. table.Columns.Select(column => column.Name)],
                    name => ColumnSchema(table.Find(name)!),
                    []),
            },
        },
    };

    private static JsonObject ColumnSchema(Column column)
    {
        var fitting = MappingReader.ColumnKeys.Where(key => key switch
        {
            "formats" => column.Type is ColumnType.Date or ColumnType.Timestamp,
            "thousands" or "decimal" or "factor" => column.Type is ColumnType.Int or ColumnType.Decimal or ColumnType.Real,
            _ => true,
        });
        var schema = Object([.. fitting], key => ColumnKey(key, column), [], column.Meaning);
        schema["oneOf"] = new JsonArray(new JsonObject { ["required"] = Array(["from"]) }, new JsonObject { ["required"] = Array(["constant"]) });
        return schema;
    }

    private static JsonObject Object(IReadOnlyList<string> keys, Func<string, JsonNode> schema, string[] required, string? description = null)
    {
        var made = new JsonObject { ["type"] = "object" };
        if (description is not null)
        {
            made["description"] = description;
        }

        made["properties"] = new JsonObject(keys.Select(key => KeyValuePair.Create<string, JsonNode?>(key, schema(key))));
        made["additionalProperties"] = false;
        if (required.Length > 0)
        {
            made["required"] = Array(required);
        }

        return made;
    }

    private static JsonObject Of(string type, string description) => new() { ["description"] = description, ["type"] = type };

    private static JsonObject Described(JsonObject schema, string description)
    {
        schema.Insert(0, "description", description);
        return schema;
    }

    private static JsonObject Character(string description) => new() { ["description"] = description, ["type"] = "string", ["minLength"] = 1, ["maxLength"] = 1 };

    private static JsonObject Texts(string description) => new()
    {
        ["description"] = description,
        ["type"] = new JsonArray("string", "array"),
        ["items"] = new JsonObject { ["type"] = "string" },
    };

    private static JsonArray Array(IEnumerable<string> texts) => [.. texts.Select(text => (JsonNode?)JsonValue.Create(text))];
}
