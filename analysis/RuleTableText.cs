using System.Reflection;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace ClaimInsights.Analysis;

/// <summary>How a table of rules in JSON is read, a user's or the built-in one: strictly, with the place of what is wrong.</summary>
internal static class RuleTableText
{
    private static readonly JsonSerializerOptions Json = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower,
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
        RespectRequiredConstructorParameters = true,
        RespectNullableAnnotations = true,
        ReadCommentHandling = JsonCommentHandling.Skip,
        AllowTrailingCommas = true,
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.SnakeCaseLower, allowIntegerValues: false) },
    };

    /// <summary>The text of a file, or of the embedded table where none is named.</summary>
    /// <param name="file">A file; null: the built-in table.</param>
    /// <param name="embedded">Name of the built-in table.</param>
    /// <param name="what">What the table is called in errors.</param>
    /// <param name="option">The option that names a file.</param>
    /// <exception cref="AnalysisException">The file cannot be read.</exception>
    public static string Read(string? file, string embedded, string what, string option)
    {
        if (file is null)
        {
            return SqlFile.Read(Assembly.GetExecutingAssembly(), embedded);
        }

        try
        {
            return File.ReadAllText(file);
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException)
        {
            throw new AnalysisException($"{file}: {what} cannot be read ({problem.Message}). Name another with {option} FILE", problem);
        }
    }

    /// <summary>The table that a text holds.</summary>
    /// <param name="text">The JSON.</param>
    /// <param name="file">Where it comes from.</param>
    /// <param name="wrong">Makes the error of a place, what was found there, and its cause.</param>
    public static T Parse<T>(string text, string file, Func<string, string, Exception, AnalysisException> wrong)
    {
        try
        {
            return JsonSerializer.Deserialize<T>(text, Json) ?? throw new JsonException("the file holds null");
        }
        catch (JsonException problem)
        {
            var place = problem.LineNumber is { } line ? FormattableString.Invariant($", line {line + 1}, {problem.Path}") : "";
            throw wrong(file + place, problem.Message.Split(" Path:")[0].ReplaceLineEndings(" ").TrimEnd('.'), problem);
        }
    }
}
