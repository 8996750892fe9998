using System.Security.Cryptography;
using System.Text.Json;

namespace ClaimInsights.Ingest;

/// <summary>What a file's columns mean in the contract's words; read from <c>NAME.mapping.json</c>.</summary>
public sealed record Mapping
{
    /// <summary>Ending of a mapping file.</summary>
    public const string Ending = ".mapping.json";

    /// <summary>The mapping file's path, for messages.</summary>
    public required string File { get; init; }

    /// <summary>The table that the file delivers.</summary>
    public required Table Table { get; init; }

    /// <summary>The file's encoding by its usual name; null: UTF-8, or UTF-16 where its mark says so.</summary>
    public string? Encoding { get; init; }

    /// <summary>One ASCII character; null: by the file's ending.</summary>
    public char? Delimiter { get; init; }

    /// <summary>The sheet of a workbook; null: the first.</summary>
    public string? Sheet { get; init; }

    /// <summary>The day to which the delivery is complete; the command's own wins over it.</summary>
    public DateOnly? AsOf { get; init; }

    /// <summary>The columns that it makes, in the file's order.</summary>
    public required IReadOnlyList<ColumnMapping> Columns { get; init; }

    /// <summary>Makes several claims of a row; null: none.</summary>
    public SplitMapping? Split { get; init; }

    /// <summary>Further columns that are kept as attributes.</summary>
    public IReadOnlyList<string> Keep { get; init; } = [];

    /// <summary>Columns that are left out on purpose (personal data).</summary>
    public IReadOnlyList<string> Drop { get; init; } = [];

    /// <summary>Hash of the mapping file's bytes; part of what names a delivery.</summary>
    internal string Hash { get; init; } = "";

    /// <summary>Reads a mapping file.</summary>
    /// <param name="file">Its path.</param>
    /// <returns>The mapping, complete in itself; whether a file has its columns is judged with the file.</returns>
    /// <exception cref="DeliveryException">The file is missing, is not JSON, or holds an unknown or contradictory key.</exception>
    public static Mapping Load(string file)
    {
        if (!System.IO.File.Exists(file))
        {
            throw new DeliveryException($"{file}: no such mapping file; expected one like samples/mappings/. Check the path");
        }

        var bytes = System.IO.File.ReadAllBytes(file);
        try
        {
            using var json = JsonDocument.Parse(bytes, new JsonDocumentOptions { AllowDuplicateProperties = false });
            return new MappingReader(file).Read(json.RootElement, Convert.ToHexStringLower(SHA256.HashData(bytes)));
        }
        catch (JsonException exception)
        {
            throw new DeliveryException($"{file}: is not a mapping ({exception.Message.TrimEnd('.')}); expected one JSON object. Repair it there", exception);
        }
    }
}
