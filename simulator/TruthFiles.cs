namespace ClaimInsights.Simulator;

/// <summary>What was planted, apart from the delivery.</summary>
internal sealed class TruthFiles : IDisposable
{
    private readonly string folder;
    private readonly CsvFile plantedClaims;
    private readonly CsvFile ownerDamage;
    private readonly CsvFile decoyClaims;

    public TruthFiles(string folder)
    {
        this.folder = folder;
        plantedClaims = new CsvFile(folder, "planted_claims.csv", "claim_id", "defect_id");
        ownerDamage = new CsvFile(folder, "planted_owner_damage.csv", "claim_id", "dealer_code", "kind");
        decoyClaims = new CsvFile(folder, "decoy_claims.csv", "claim_id", "kind");
    }

    public long PlantedClaims => plantedClaims.Rows;

    public long OwnerDamageClaims => ownerDamage.Rows;

    /// <summary>Notes what a delivered claim's current version really is.</summary>
    public void Add(Claim claim)
    {
        switch (claim.Failure.Origin)
        {
            case Origin.Planted:
                plantedClaims.Add(claim.ClaimId).Add(claim.Failure.Defect!.Id).EndRow();
                break;
            case Origin.Disguised:
                ownerDamage.Add(claim.ClaimId).Add(claim.DealerCode).Add(NameOf(claim.Failure.Damage!.Value)).EndRow();
                break;
            case Origin.Padding:
                decoyClaims.Add(claim.ClaimId).Add("padding_dealer").EndRow();
                break;
            case Origin.Seasonal:
                decoyClaims.Add(claim.ClaimId).Add("seasonal_surge").EndRow();
                break;
            default:
                break;
        }
    }

    /// <summary>Writes the planted defects; one that no delivered claim came of has no first day.</summary>
    public void Add(IEnumerable<PlantedDefect> defects)
    {
        using var file = new CsvFile(folder, "planted_defects.csv", "defect_id", "difficulty", "causal_part", "failure_mode", "rule", "built_from", "built_to", "hazard_ratio", "first_claim_on");
        foreach (var defect in defects)
        {
            file.Add(defect.Id).Add(defect.Difficulty).Add(defect.Chart.Part.Code).Add(defect.Chart.Mode.Code).Add(defect.Rule)
                .AddDay(defect.From).AddDay(defect.To).AddReal(defect.HazardRatio).AddDay(defect.FirstClaimOn).EndRow();
        }
    }

    /// <summary>Writes the decoys and biases that are switched on.</summary>
    public void Add(SimulationOptions options, Biases biases)
    {
        using var decoys = new CsvFile(folder, "decoys.csv", "kind", "dealer_code", "causal_part", "failure_mode", "model", "climate", "from", "to");
        if (options.PaddingDealer)
        {
            decoys.Add("padding_dealer").Add(biases.PaddingDealer.Code).Add(biases.PaddedChart.Part.Code).Add(biases.PaddedChart.Mode.Code)
                .Add((string?)null).Add((string?)null).AddDay(biases.PaddingFrom).AddDay(biases.PaddingTo).EndRow();
        }

        if (options.SeasonalSurge)
        {
            decoys.Add("seasonal_surge").Add((string?)null).Add(biases.SeasonalChart.Part.Code).Add(biases.SeasonalChart.Mode.Code)
                .Add((string?)null).Add(Chart.Climates[biases.SeasonalClimate]).AddDay(biases.SeasonalFrom).AddDay(biases.SeasonalTo).EndRow();
        }

        if (options.SalesSurge)
        {
            decoys.Add("sales_surge").Add((string?)null).Add((string?)null).Add((string?)null).Add(Catalogue.Models[biases.SurgeModel].Name)
                .Add((string?)null).AddDay(biases.SurgeFrom).AddDay(Day.AddMonths(biases.SurgeFrom, 1) - 1).EndRow();
        }

        using var planted = new CsvFile(folder, "planted_biases.csv", "kind", "dealer_code", "province", "stage", "rejection_reason", "effect", "from");
        if (options.UnfairDealer)
        {
            planted.Add("unfair_dealer").Add(biases.UnfairDealer.Code).Add((string?)null).Add((string?)null).Add((string?)null).AddReal(biases.UnfairRejection).Add((string?)null).EndRow();
        }

        if (options.SlowStage)
        {
            planted.Add("slow_stage").Add((string?)null).Add(Catalogue.Provinces[biases.SlowProvince].Name).Add("reported_on-inspected_on").Add((string?)null).AddReal(biases.SlowFactor).AddDay(biases.SlowFrom).EndRow();
        }

        if (options.RuleChange)
        {
            planted.Add("rule_change").Add((string?)null).Add((string?)null).Add((string?)null).Add("insufficient_evidence").AddReal(biases.StricterRejection * .5).AddDay(biases.RuleChangeFrom).EndRow();
        }
    }

    public void Dispose()
    {
        plantedClaims.Dispose();
        ownerDamage.Dispose();
        decoyClaims.Dispose();
    }

    private static string NameOf(Damage damage) => damage switch
    {
        Damage.Impact => "impact",
        Damage.Flood => "flood",
        Damage.Modification => "modification",
        Damage.Neglect => "neglect",
        Damage.WrongFluid => "wrong_fluid",
        _ => "rollback",
    };
}
