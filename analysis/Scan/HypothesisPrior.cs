using System.Text.Json;

namespace ClaimInsights.Analysis.Scan;

/// <summary>
/// How likely a defect is to lie in what kind of population, before any claim: weights, only their proportions matter. A
/// department may edit them (<c>analyse --prior FILE</c>). Shared equally by attribute (times its own weight), then by value;
/// a kind of hypothesis that a chart does not have leaves its share to the others.
/// </summary>
public sealed record HypothesisPrior
{
    /// <summary>Vehicles of any kind, built in a window.</summary>
    public double Window { get; init; } = .10;

    /// <summary>One attribute.</summary>
    public double OneAttribute { get; init; } = .45;

    /// <summary>Two attributes together.</summary>
    public double TwoAttributes { get; init; } = .30;

    /// <summary>A batch, as the table of lots knows it.</summary>
    public double Batch { get; init; } = .07;

    /// <summary>A supplier.</summary>
    public double Supplier { get; init; } = .04;

    /// <summary>A supplier in one plant.</summary>
    public double SupplierInPlant { get; init; } = .04;

    /// <summary>Weights of single attributes; a pair has the product. What a factory does weighs more than where a vehicle goes; a plant and its lines count as one.</summary>
    public IReadOnlyDictionary<string, double> Attributes { get; init; } = new Dictionary<string, double>(StringComparer.Ordinal)
    {
        ["model"] = 1,
        ["plant"] = .6,
        ["line"] = .4,
        ["powertrain"] = .7,
        ["use"] = .5,
        ["climate"] = .4,
        ["province"] = .2,
    };

    /// <summary>Weight of an attribute that is not listed.</summary>
    public double OtherAttributes { get; init; } = .4;

    /// <summary>Every build day.</summary>
    public double AllBuilds { get; init; } = .15;

    /// <summary>Built up to some day.</summary>
    public double UpToADay { get; init; } = .10;

    /// <summary>Built from some day on.</summary>
    public double FromADay { get; init; } = .15;

    /// <summary>Built between two days: lengths on a logarithmic grid, each as likely.</summary>
    public double Between { get; init; } = .60;

    /// <summary>Share of the weight of each of these that looks at vehicles of a year in service and more alone: wear, and what takes long to show.</summary>
    public double LateInLife { get; init; } = .15;

    /// <summary>The same of vehicles that have come 50,000 km or more: what wears with distance.</summary>
    public double HighMileage { get; init; } = .05;

    /// <summary>Ratios of claims to expected claims, each as likely.</summary>
    public IReadOnlyList<double> Ratios { get; init; } = [1.6, 2.2, 3, 4.2, 6, 10];

    /// <summary>
    /// Kinds of vehicles differ by this ratio without anything being wrong: it is what a kind as a whole is tested against, instead of 1. As a whole is
    /// what holds more than half of the claims that its rule expects. Nothing of a smaller ratio is listed, over all ages or in the stretch of life in
    /// which it was found: among millions of vehicles an excess of a few percent is certain, and no defect.
    /// </summary>
    public double SmallestRatio { get; init; } = 1.2;

    /// <summary>What the lesser part of a kind is tested against, built in a window, or a batch: the rest of its kind is beside it.</summary>
    public double SmallestRatioOfPart { get; init; } = 1;

    private static readonly JsonSerializerOptions Json = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower,
        UnmappedMemberHandling = System.Text.Json.Serialization.JsonUnmappedMemberHandling.Disallow,
        WriteIndented = true,
        ReadCommentHandling = JsonCommentHandling.Skip,
        AllowTrailingCommas = true,
    };

    /// <summary>Stretches of life that are looked at beside the whole, in order, each with its share of the weight of itself and those before; none while no vehicle is old enough.</summary>
    internal IEnumerable<(LifeBand Band, double Share)> Bands(int month)
    {
        if (month >= LifeBand.Late.FromAge && LateInLife > 0)
        {
            yield return (LifeBand.Late, LateInLife / (1 - HighMileage));
        }

        if (HighMileage > 0)
        {
            yield return (LifeBand.Far, HighMileage);
        }
    }

    /// <summary>Whether a population is worth an engineer's time: something is expected of it, and its claims are <see cref="SmallestRatio"/> times as many.</summary>
    internal bool IsWorth(long claims, double expected) => expected > 0 && claims >= SmallestRatio * expected;

    /// <summary>Weight of a rule's attributes: their product.</summary>
    internal double OfAttributes(IEnumerable<string> attributes) =>
        attributes.Aggregate(1.0, (product, name) => product * Attributes.GetValueOrDefault(name, OtherAttributes));

    /// <summary>The table as JSON, as a department may edit it.</summary>
    public string ToJson() => JsonSerializer.Serialize(this, Json) + "\n";

    /// <summary>Reads an edited table; what it does not name stays as it is by default.</summary>
    /// <exception cref="AnalysisException">The file is not there, is no such table, or a weight is out of range.</exception>
    public static HypothesisPrior Read(string path)
    {
        if (!File.Exists(path))
        {
            throw new AnalysisException($"{path}: there is no such file; expected a table of prior weights as JSON. See docs/defect-clusters.md");
        }

        try
        {
            var prior = JsonSerializer.Deserialize<HypothesisPrior>(File.ReadAllText(path), Json) ?? throw new JsonException("null is no table");
            return prior.Problem() is { } problem ? throw new JsonException(problem) : prior;
        }
        catch (JsonException problem)
        {
            throw new AnalysisException(
                $"{path}: {problem.Message.ReplaceLineEndings(" ")}; expected an object of weights such as {{ \"window\": 0.1, \"one_attribute\": 0.45 }}. See docs/defect-clusters.md", problem);
        }
    }

    private string? Problem()
    {
        double[] kinds = [Window, OneAttribute, TwoAttributes, Batch, Supplier, SupplierInPlant], windows = [AllBuilds, UpToADay, FromADay, Between];
        return kinds.Concat(windows).Concat(Attributes.Values).Append(OtherAttributes).Any(weight => !double.IsFinite(weight) || weight < 0) ? "a weight is negative or no number"
            : kinds.Sum() <= 0 || windows.Sum() - AllBuilds <= 0 ? "every weight of the kinds or of the windows is 0"
            : LateInLife is not (>= 0 and < 1) || HighMileage is not (>= 0 and < 1) || LateInLife + HighMileage >= 1 ? "late_in_life and high_mileage are shares from 0 on, together below 1"
            : !(SmallestRatio >= 1 && SmallestRatioOfPart >= 1) ? "smallest_ratio or smallest_ratio_of_part is below 1"
            : Ratios.Count == 0 || Ratios.Any(ratio => !(ratio > Math.Max(SmallestRatio, SmallestRatioOfPart) && ratio <= 1000)) ? "ratios lie above smallest_ratio and smallest_ratio_of_part and up to 1000"
            : null;
    }
}
