using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace ClaimInsights.Models;

/// <summary>How models and cards are written as JSON: lower_snake_case, letters of every script as they are.</summary>
internal static class ModelJson
{
    public static readonly JsonSerializerOptions Indented = Of(isIndented: true);

    public static readonly JsonSerializerOptions Compact = Of(isIndented: false);

    private static JsonSerializerOptions Of(bool isIndented) => new()
    {
        WriteIndented = isIndented,
        PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        NumberHandling = JsonNumberHandling.AllowNamedFloatingPointLiterals,
    };
}
