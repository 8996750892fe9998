namespace ClaimInsights.Models.OwnTables;

/// <summary>What a model of one's own table is, and how it ranks later rows beside its baselines. Kept as JSON beside the model.</summary>
/// <param name="Table">Name of the file that it was trained on.</param>
/// <param name="Label">Column foretold.</param>
/// <param name="Time">Column that orders the rows.</param>
/// <param name="Weight">Column of weights; null: none.</param>
/// <param name="Dropped">Columns left out on request.</param>
/// <param name="Seed">Seed of the training.</param>
/// <param name="Rows">Rows trained on.</param>
/// <param name="Positives">Of them positive.</param>
/// <param name="Settings">How the trees are grown; chosen on the earlier four fifths alone.</param>
/// <param name="Bags">Bags of trees.</param>
/// <param name="LogisticShare">Share of the logistic in the log-odds; 0: trees alone; chosen alike.</param>
/// <param name="LaterRows">Rows of the later fifth, of which the figures are.</param>
/// <param name="LaterPositives">Of them positive.</param>
/// <param name="Figures">The model and its baselines, trained on the earlier four fifths, on the later fifth; the model first.</param>
/// <param name="Calibration">Mean score against the share of positives among the later rows, bins of equal count.</param>
/// <param name="Columns">Columns by use, the most used first.</param>
/// <param name="Notes">What was left out, and why.</param>
public sealed record OwnTableCard(
    string Table,
    string Label,
    string Time,
    string? Weight,
    IReadOnlyList<string> Dropped,
    int Seed,
    int Rows,
    int Positives,
    TreeSettings Settings,
    int Bags,
    double LogisticShare,
    int LaterRows,
    int LaterPositives,
    IReadOnlyList<OwnTableFigures> Figures,
    IReadOnlyList<CalibrationPoint> Calibration,
    IReadOnlyList<FeatureUse> Columns,
    IReadOnlyList<string> Notes);

/// <summary>How one ranking fares on the later rows.</summary>
/// <param name="Ranking"><c>model</c>, <c>trees</c>, <c>logistic</c>, <c>best_column</c> (best alone on the earlier rows) or <c>random</c>.</param>
/// <param name="RocAuc">Area under the ROC curve; .5 is chance.</param>
/// <param name="AveragePrecision">Area under precision over recall; the share of positives is chance.</param>
/// <param name="Brier">Mean squared error of the probability; null where it is none.</param>
/// <param name="LogLoss">Mean −ln of the probability given to what came; null where it is none.</param>
public sealed record OwnTableFigures(string Ranking, double RocAuc, double AveragePrecision, double? Brier, double? LogLoss);
