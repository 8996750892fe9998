using ClaimInsights.Analysis;
using ClaimInsights.Ingest;
using ClaimInsights.Models;
using ClaimInsights.Reports;

namespace ClaimInsights.App;

/// <summary>What to take in, and how.</summary>
internal sealed record IngestRequest(IReadOnlyList<string> Paths, string? Mapping = null, DateOnly? AsOf = null, double MaxQuarantine = 5)
{
    /// <summary>Judge and count only.</summary>
    public bool IsDryRun { get; init; }

    /// <summary>How long to wait for another process that writes the store, seconds.</summary>
    public int WaitSeconds { get; init; } = 10;

    /// <summary>The key of a pseudonymised store; null: none.</summary>
    public Pseudonyms? Pseudonyms { get; init; }

    /// <summary>What is said about how the files are to be read.</summary>
    public ReadingOptions Reading { get; init; } = new();
}

/// <summary>What an analysis found and where its tables are.</summary>
internal sealed record AnalyseResult(DateOnly AsOf, DefectFindings Findings, IReadOnlyDictionary<string, int> Rows, IReadOnlyList<string> Paths);

/// <summary>A trained model, whether it is in use now, what the verdicts were of use for, and where it is kept.</summary>
internal sealed record TrainResult(ModelCard Card, Promotion Promotion, IReadOnlyList<VerdictUse> Verdicts, string Path);

/// <summary>How many claims were scored, how many are queued for review, what that is worth, and whether the model is past its limits.</summary>
internal sealed record ScoreResult(
    DateOnly AsOf, string ModelId, bool Calibrated, int Scored, int Queued, decimal ExpectedRecovery, bool IsPastLimits, string Path);

/// <summary>Which report to write; null: the quarter of the as-of date, in the store's folder of reports, a font of the machine.</summary>
internal sealed record ReportRequest(Language Language, ReportPeriod? Period = null, string? Folder = null, string? Font = null);
