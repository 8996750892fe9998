using System.Globalization;
using System.Text.Json;

namespace ClaimInsights.Models;

/// <summary>The rules as a maker has set them. The defaults are in the code; a file names only what it changes.</summary>
public static class RuleTable
{
    private static readonly JsonSerializerOptions Json = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower,
        UnmappedMemberHandling = System.Text.Json.Serialization.JsonUnmappedMemberHandling.Disallow,
        ReadCommentHandling = JsonCommentHandling.Skip,
        AllowTrailingCommas = true,
    };

    /// <summary>Every rule as written.</summary>
    public static IReadOnlyList<RuleSetting> Written { get; } = [.. Rules.All.Select(rule => new RuleSetting(rule.Code, rule.Weight, rule.From, rule.To))];

    /// <summary>The written table with a maker's changes: a JSON list of <c>{"code", "log_likelihood_ratio", "from", "to"}</c>, of which all but the code may be left out.</summary>
    /// <param name="file">The file.</param>
    /// <exception cref="ModelException">The file cannot be read, names no rule of this version, or sets what is out of range.</exception>
    public static IReadOnlyList<RuleSetting> Read(string file)
    {
        List<Change> changes;
        try
        {
            changes = JsonSerializer.Deserialize<List<Change>>(File.ReadAllText(file), Json) ?? [];
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException or JsonException)
        {
            throw new ModelException(
                $"{file}: not a readable table of rules ({problem.Message.ReplaceLineEndings(" ")}). Expected a JSON list of " +
                "{\"code\": \"late_report\", \"log_likelihood_ratio\": 0.4, \"from\": 14, \"to\": 60}", problem);
        }

        var table = Written.ToDictionary(setting => setting.Code, StringComparer.Ordinal);
        foreach (var change in changes)
        {
            if (change.Code is null || !table.TryGetValue(change.Code, out var setting))
            {
                throw new ModelException($"{file}: the rule '{change.Code}' is not known; expected one of {string.Join(", ", Written.Select(one => one.Code))}");
            }

            table[change.Code] = Checked(file, new(
                change.Code, change.LogLikelihoodRatio ?? setting.LogLikelihoodRatio, change.From ?? setting.From, change.To ?? setting.To));
        }

        return [.. Written.Select(setting => table[setting.Code])];
    }

    /// <summary>A rule as a line of the table in docs/suspicion.md: code, cause, log-likelihood ratio, from, to, sentence.</summary>
    public static string Line(Rule rule)
    {
        ArgumentNullException.ThrowIfNull(rule);
        return string.Create(CultureInfo.InvariantCulture,
            $"| {rule.Code} | {JsonNamingPolicy.SnakeCaseLower.ConvertName(rule.Cause.ToString()).Replace('_', ' ')} | {rule.Weight:0.0#} | {(rule.IsGraded ? "graded " : "")}{rule.From:0.##} to {rule.To:0.##} | {rule.English} |");
    }

    /// <summary>The rules under a table's settings, in the order of the code.</summary>
    internal static IReadOnlyList<Rule> Apply(IReadOnlyList<RuleSetting> table)
    {
        var settings = table.ToDictionary(setting => setting.Code, StringComparer.Ordinal);
        return [.. Rules.All.Select(rule => settings.GetValueOrDefault(rule.Code) is { } set ? rule with { Weight = set.LogLikelihoodRatio, From = set.From, To = set.To } : rule)];
    }

    private static RuleSetting Checked(string file, RuleSetting setting)
    {
        if (!(Math.Abs(setting.LogLikelihoodRatio) <= 10))
        {
            throw new ModelException($"{file}: the rule '{setting.Code}' has log_likelihood_ratio {setting.LogLikelihoodRatio}; expected −10 to 10, as 0.7 for twice as often");
        }

        if (!(setting.From < setting.To))
        {
            throw new ModelException($"{file}: the rule '{setting.Code}' fires from {setting.From} to {setting.To}; expected from below to");
        }

        return setting;
    }

    private sealed record Change(string? Code, double? LogLikelihoodRatio, double? From, double? To);
}
