using System.Globalization;
using ClaimInsights.Analysis.Statistics;
using ClaimInsights.Models;
using ClaimInsights.Simulator;

namespace ClaimInsights.Tests.Models;

/// <summary>The figures of docs/suspicion.md. Run by hand: <c>dotnet run --project tests -c Release -- -explicit only -class "*SuspicionMeasurement"</c>.</summary>
public sealed class SuspicionMeasurement(ITestOutputHelper output) : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("suspicion-").FullName;

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Theory(Explicit = true), InlineData(11), InlineData(12), InlineData(13)]
    public void measure_on_a_simulated_fleet(int seed)
    {
        var simulated = Simulation.Run(new SimulationOptions { Seed = seed }, folder);
        using var warehouse = SimulatedFleet.Open(simulated);
        var features = ClaimFeatures.Read(warehouse);
        var model = SuspicionModel.Train(features, seed: 1, simulated.AsOf);
        var card = model.Card;
        Print($"seed {seed}: trained on {card.TrainingLabels} verdicts, {card.TrainingPositives} positive; {string.Join(", ", card.Notes)}");
        Print($"later reviewed claims: {card.EvaluationLabels}, {card.EvaluationPositives} positive");
        foreach (var figure in card.Figures)
        {
            Print($"  {figure.Ranking,-8} ROC-AUC {figure.RocAuc:0.000}  AP {figure.AveragePrecision:0.000}  Brier {figure.Brier:0.0000}");
        }

        var truth = SimulatedFleet.OwnerDamage(simulated);
        var later = features.Where(row => row.Claim.DecidedOn > card.CalibratedTo && row.Claim.Finding is null).ToList();
        bool[] planted = [.. later.Select(row => truth.Contains(row.Claim.ClaimId))];
        Print($"later claims that nobody reviewed: {planted.Length}, {planted.Count(isPlanted => isPlanted)} planted; mean score {model.Scores(later).Average():0.0000}");
        Rank("model", model.Scores(later));
        Rank("rules", [.. later.Select(Rules.Score)]);
        Rank("written", SuspicionModel.WrittenRules(simulated.AsOf).LogOdds(later));
        Rank("profile", [.. later.Select(row => row.Refusals.Profile)]);
        Rank("amount", [.. later.Select(row => (double)row.Claim.ClaimedAmount)]);
        Rank("random", [.. later.Select(row => Lottery.Ticket(1, row.Claim.ClaimId, row.Claim.Version))]);

        void Rank(string name, IReadOnlyList<double> scores) => Print(
            $"  {name,-8} ROC-AUC {Ranking.RocAuc(scores, planted):0.000}  AP {Ranking.AveragePrecision(scores, planted):0.000}  P@200 {Ranking.PrecisionAt(scores, planted, 200):0.000}");
    }

    private void Print(FormattableString line) => output.WriteLine(line.ToString(CultureInfo.InvariantCulture));
}
