using ClaimInsights.Analysis;

namespace ClaimInsights.Models;

/// <summary>What was usual among the claims judged before this one. Source: <c>ClaimPeers.sql</c>.</summary>
/// <param name="ClaimId">The claim.</param>
/// <param name="OperationClaims">Earlier claims of the same labour operation; 0 where it is not given.</param>
/// <param name="OperationAmount">Median amount they claimed, the store's currency; null: none.</param>
/// <param name="OperationHours">Median hours they billed; null: none.</param>
/// <param name="PartClaims">Earlier claims of the same part.</param>
/// <param name="PartAmount">Median amount they claimed; null: none.</param>
/// <param name="ModelKmPerDay">Median kilometres a day at earlier claims of the same model; null: none.</param>
/// <param name="ChartRefused">Earlier claims of this part and failure mode refused as the owner's or external.</param>
/// <param name="ChartPaid">Earlier paid ones.</param>
/// <param name="PartRefused">The same of this part.</param>
/// <param name="PartPaid">The same of this part.</param>
/// <param name="ModeRefused">The same of this failure mode.</param>
/// <param name="ModePaid">The same of this failure mode.</param>
/// <param name="AllRefused">The same of all claims.</param>
/// <param name="AllPaid">The same of all claims.</param>
public sealed record ClaimPeers(
    string ClaimId,
    int OperationClaims,
    double? OperationAmount,
    double? OperationHours,
    int PartClaims,
    double? PartAmount,
    double? ModelKmPerDay,
    int ChartRefused,
    int ChartPaid,
    int PartRefused,
    int PartPaid,
    int ModeRefused,
    int ModePaid,
    int AllRefused,
    int AllPaid)
{
    /// <summary>Peers are worth a comparison from so many on.</summary>
    public const int FewestPeers = 10;

    internal static Analysis<ClaimPeers> Analysis { get; } = new("ClaimPeers.sql");

    /// <summary>
    /// How much more often than usual such claims are refused as the owner's, as log-odds: part × mode, shrunk towards the
    /// clipped sum of the part's and the mode's own (methods, section 11; k = 3, 20 for the backing). 0: nothing is known.
    /// </summary>
    public double OwnerProfile
    {
        get
        {
            if (AllRefused == 0 || AllPaid == 0)
            {
                return 0;
            }

            var back = Math.Clamp(Ratio(PartRefused, PartPaid, 20, 0) + Ratio(ModeRefused, ModePaid, 20, 0), -3, 3);
            return Ratio(ChartRefused, ChartPaid, 3, back);
        }
    }

    private double Ratio(int refused, int paid, double k, double back) =>
        Math.Log((refused + (k * Math.Exp(back))) / ((paid * (AllRefused / (double)AllPaid)) + k));
}
