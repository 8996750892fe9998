namespace ClaimInsights.Models;

/// <summary>Rules of what was known of others: the vehicle's past, the dealer, and what refusals teach.</summary>
public static partial class Rules
{
    private static IEnumerable<Rule> Past() =>
    [
        new("refused_before", RuleCause.History, 0.5, 0, 1, ["earlier_refused_as_owners"],
            row => row.History.EarlierRefusedAsOwners,
            row => row.History.EarlierRefusedAsOwners > 0 ? [row.History.EarlierRefusedAsOwners] : null,
            "earlier claims of the vehicle refused as the owner's: {0}", "该车此前有 {0} 笔索赔按用户原因拒赔"),
        new("fits_cluster", RuleCause.Defect, -1, 0, 3, ["cluster_fit"],
            row => row.ClusterFit,
            row => row.ClusterRatio > 1 ? [row.ClusterRatio] : null,
            "fits a known defect of such vehicles, which claim {0} times as often as others", "符合此类车辆的已知缺陷，其索赔为其他车辆的 {0} 倍")
        { IsGraded = true },
        new("dealer_found", RuleCause.Dealer, 0.7, -1, 1.5, ["dealer_found"],
            row => row.Dealer.FoundLogRatio,
            row => row.Dealer is { FoundLogRatio: > 0, DealerReviewed: > 0 } dealer ? [dealer.DealerFound, dealer.DealerReviewed] : null,
            "{0} of {1} reviewed claims of the dealer were found owner-caused", "该经销商 {1} 笔已复核索赔中有 {0} 笔认定为用户原因")
        { IsGraded = true },
        new("dealer_unreturned", RuleCause.Dealer, 0.2, -1, 1.5, ["dealer_unreturned"],
            row => row.Dealer.UnreturnedLogRatio,
            row => row.Dealer is { UnreturnedLogRatio: > 0, DealerClaims: > 0 } dealer ? [Percent(dealer.DealerUnreturned, dealer.DealerClaims), Percent(dealer.AllUnreturned, dealer.AllClaims)] : null,
            "{0} % of the dealer's earlier claims came without the old part; {1} % of everyone's", "该经销商以往索赔有 {0}% 未返还旧件；总体为 {1}%")
        { IsGraded = true },
        new("dealer_part", RuleCause.Dealer, 0.3, 0, 1.5, ["dealer_part"],
            row => row.Dealer.PartLogRatio,
            row => row.Dealer is { PartLogRatio: > 0, DealerClaims: > 0 } dealer ? [Percent(dealer.DealerPartClaims, dealer.DealerClaims), Percent(dealer.PartClaims, dealer.AllClaims)] : null,
            "the part is {0} % of the dealer's earlier claims; {1} % of everyone's", "该件占该经销商以往索赔的 {0}%；总体为 {1}%")
        { IsGraded = true },
    ];

    /// <summary>What refusals teach: log-ratios already, so that a weight of 1 takes them at their word.</summary>
    private static IEnumerable<Rule> Refusals() =>
    [
        Refused("refused_water", RuleCause.Water, 1, row => row.Refusals.Water, "such failures of this part are often refused for water", "该件同类故障常因进水被拒赔"),
        Refused("refused_impact", RuleCause.Impact, 1, row => row.Refusals.Impact, "such failures of this part are often refused for an impact", "该件同类故障常因撞击被拒赔"),
        Refused("refused_modification", RuleCause.Modification, 1, row => row.Refusals.Modification, "such failures of this part are often refused for a modification", "该件同类故障常因改装被拒赔"),
        Refused("refused_fluid", RuleCause.Fluid, 1, row => row.Refusals.Fluid, "such failures of this part are often refused for a fluid", "该件同类故障常因油液被拒赔"),
        Refused("refused_neglect", RuleCause.Neglect, 1, row => row.Refusals.Neglect, "such failures of this part are often refused for neglect", "该件同类故障常因失保被拒赔"),
        Refused("water_season", RuleCause.Water, 1, row => row.Refusals.WaterSeason, "in this month of the year water is often the reason of a refusal", "该月份常有因进水的拒赔"),
        Refused("companion_water", RuleCause.Water, 1, row => row.Refusals.CompanionWater, "the parts that failed with it are often refused for water", "一同损坏的零件常因进水被拒赔"),
        Refused("companion_impact", RuleCause.Impact, 1, row => row.Refusals.CompanionImpact, "the parts that failed with it are often refused for an impact", "一同损坏的零件常因撞击被拒赔"),
        Refused("refused_words", RuleCause.Words, 0.5, row => row.Refusals.Words, "the texts read like those of claims refused as the owner's", "文字描述与按用户原因拒赔的索赔相似"),
        Refused("order_refused_words", RuleCause.Words, 0.4, row => row.Refusals.OrderWords, "the texts of other claims of the same visit read like those refused as the owner's", "同次进店其他索赔的文字与按用户原因拒赔的索赔相似"),
        Refused("order_water", RuleCause.Water, 0.5, row => row.Refusals.OrderWater, "what else failed on the same visit is often refused for water", "同次进店的其他故障常因进水被拒赔"),
        Refused("order_impact", RuleCause.Impact, 0.5, row => row.Refusals.OrderImpact, "what else failed on the same visit is often refused for an impact", "同次进店的其他故障常因撞击被拒赔"),
        new("owner_profile", RuleCause.Profile, 0.3, -2, 2.5, ["refused_profile"],
            row => row.Refusals.Profile,
            row => row.Refusals.Profile > 0 ? [row.Peers.ChartRefused, row.Peers.ChartPaid] : null,
            "such failures of this part were refused as the owner's {0} times and paid {1} times", "该件同类故障此前有 {0} 次按用户原因拒赔，{1} 次赔付")
        { IsGraded = true, IsLearned = true },
    ];

    private static Rule Refused(string code, RuleCause cause, double weight, Func<ClaimFeatures, double?> measure, string english, string chinese) =>
        new(code, cause, weight, -3, 3, [code], measure, row => measure(row) > 0 ? [] : null, english, chinese) { IsGraded = true, IsLearned = true };

    private static double Percent(int part, int whole) => 100.0 * part / whole;
}
