namespace ClaimInsights.Models;

/// <summary>What a model is, what it was trained on, how well it ranks later claims beside its baselines. Kept as JSON beside the model.</summary>
/// <param name="ModelId">Its name in the store; <c>rules</c> where the written rules rank alone.</param>
/// <param name="Trainer"><c>stack</c> or <c>rules</c>.</param>
/// <param name="Calibrated">The score is a probability.</param>
/// <param name="Seed">Seed of the training.</param>
/// <param name="AsOf">What was known when it was trained.</param>
/// <param name="TrainedTo">Last decision day among the training claims; null: not trained.</param>
/// <param name="CalibratedTo">Last decision day among the calibration claims; null: not calibrated.</param>
/// <param name="EvaluatedTo">Last decision day among the evaluation claims; null: not evaluated.</param>
/// <param name="TrainingLabels">Reviewed claims trained on.</param>
/// <param name="TrainingPositives">Of them found owner_caused.</param>
/// <param name="EvaluationLabels">Later reviewed claims the figures are of.</param>
/// <param name="EvaluationPositives">Of them found owner_caused.</param>
/// <param name="Figures">The model and its baselines on the same later claims; the model first.</param>
/// <param name="Calibration">Mean score against share found owner_caused, equal-count bins of the later claims.</param>
/// <param name="Features">Features by use, the most used first.</param>
/// <param name="Notes">Limits and warnings, as codes with numbers, for the report to word.</param>
public sealed record ModelCard(
    string ModelId,
    string Trainer,
    bool Calibrated,
    int Seed,
    DateOnly AsOf,
    DateOnly? TrainedTo,
    DateOnly? CalibratedTo,
    DateOnly? EvaluatedTo,
    int TrainingLabels,
    int TrainingPositives,
    int EvaluationLabels,
    int EvaluationPositives,
    IReadOnlyList<RankingFigures> Figures,
    IReadOnlyList<CalibrationPoint> Calibration,
    IReadOnlyList<FeatureUse> Features,
    IReadOnlyList<string> Notes)
{
    /// <summary>How it fared beside the model that was in use when it was trained; null: not compared, as the rules alone.</summary>
    public ModelComparison? Comparison { get; init; }

    /// <summary>Notes of models whose verdicts are all one reviewer's, or all of one dealer's claims.</summary>
    internal const string OneReviewer = "one_reviewer", OneDealer = "one_dealer";

    /// <summary>All verdicts are of one hand: such a model is put to use only where that is asked for.</summary>
    public bool IsOneSided => Notes.Any(note => note.Split('|')[0] is OneReviewer or OneDealer);
}

/// <summary>How one ranking fares on the evaluation claims.</summary>
/// <param name="Ranking"><c>model</c>, <c>rules</c>, <c>amount</c> or <c>random</c>.</param>
/// <param name="RocAuc">Area under the ROC curve; .5 is chance.</param>
/// <param name="AveragePrecision">Area under precision over recall; the share of positives is chance.</param>
/// <param name="PrecisionAtCapacity">Share found owner_caused among the first <paramref name="Capacity"/>.</param>
/// <param name="Capacity">How many claims that is.</param>
/// <param name="Brier">Mean squared error of the score as a probability; null where it is none.</param>
public sealed record RankingFigures(
    string Ranking, double RocAuc, double AveragePrecision, double PrecisionAtCapacity, int Capacity, double? Brier);

/// <summary>One bin of the calibration chart.</summary>
/// <param name="MeanScore">Mean score of its claims.</param>
/// <param name="ObservedShare">Share of them found owner_caused.</param>
/// <param name="ShareLow">Lower 95 % Wilson limit.</param>
/// <param name="ShareHigh">Upper 95 % Wilson limit.</param>
/// <param name="Claims">Claims in the bin.</param>
public sealed record CalibrationPoint(double MeanScore, double ObservedShare, double ShareLow, double ShareHigh, int Claims);

/// <summary>How much the model uses a feature.</summary>
/// <param name="Feature">Its column name.</param>
/// <param name="Share">Share of the gain; the shares add up to 1.</param>
public sealed record FeatureUse(string Feature, double Share);
