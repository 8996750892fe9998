using System.Globalization;
using ClaimInsights.Analysis;

namespace ClaimInsights.App;

/// <summary>A defect cluster in one line.</summary>
internal static class ClusterText
{
    public static string BasisWords(string basis) => basis == "share"
        ? "shares of claims: the store has no vehicles"
        : "rates at equal months in service";

    /// <summary>The stretch of life in which it was found, with its figures there; empty: over all ages.</summary>
    public static string Stretch(DefectCluster cluster)
    {
        var where = cluster.Stretch == "high_mileage" ? "from 50,000 km on" : "from 12 months in service on";
        return cluster is { Stretch: not null, StretchClaims: { } claims, StretchExpected: { } expected }
            ? string.Create(CultureInfo.InvariantCulture, $"; found {where}: {claims} claims, {expected:0.0} expected, ratio {claims / expected:0.0}") : "";
    }

    public static string Line(DefectCluster cluster)
    {
        var built = (cluster.BuiltFrom, cluster.BuiltTo) switch
        {
            (null, null) => cluster.Basis == "share" || cluster.Rule.Length > 0 ? "" : "all vehicles",
            _ => string.Create(CultureInfo.InvariantCulture, $"built {cluster.BuiltFrom:yyyy-MM-dd}…{cluster.BuiltTo:yyyy-MM-dd}"),
        };
        var where = string.Join(", ", new[] { cluster.Rule, built }.Where(text => text.Length > 0));
        var interval = cluster.Basis == "share" ? "EB05–EB95" : "95 %";
        var dealer = cluster.DealerDominated ? "; one dealer's claims" : "";
        var life = cluster.State is null ? ""
            : cluster.FirstAlertOn is { } alert ? string.Create(CultureInfo.InvariantCulture, $", {cluster.State}, first alert {alert:yyyy-MM-dd}")
            : $", {cluster.State}, no alarm before it stands a second month";
        return string.Create(CultureInfo.InvariantCulture,
            $"{cluster.ClusterId} {cluster.CausalPart} {cluster.FailureMode}, {where}: {cluster.Claims} claims, {cluster.Expected:0.0} expected, " +
            $"ratio {cluster.Ratio:0.0} ({interval} {cluster.RatioLow:0.0}–{cluster.RatioHigh:0.0}), q {cluster.QValue:0.0e-0}{Stretch(cluster)}{life}{dealer}");
    }
}
