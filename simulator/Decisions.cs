using System.Globalization;

namespace ClaimInsights.Simulator;

/// <summary>What engineers have already decided: an 8D and its correction for an old defect, a second one watched, a campaign.</summary>
internal static class Decisions
{
    public static void Write(string folder, SimulationOptions options, PlantedDefect[] defects, Biases biases)
    {
        using var file = new CsvFile(
            folder, "cluster_decisions.csv", "causal_part", "failure_mode", "rule", "built_from", "built_to", "decision", "decided_at", "decided_by",
            "contained_on", "corrected_on", "fixed_from", "campaign_code", "note");
        var asOf = options.AsOf.DayNumber;
        PlantedDefect[] old = [.. defects.Where(defect => defect.Difficulty == "plain" && defect.FirstClaimOn != Day.None && defect.FirstClaimOn + 270 < asOf).OrderBy(defect => defect.FirstClaimOn)];
        if (old.Length > 0)
        {
            var (first, opened) = (old[0], old[0].FirstClaimOn + 140);
            Add(file, first.Chart, first.Rule, first.From, first.To, "open_8d", opened, "E02", contained: opened + 3);
            Add(file, first.Chart, first.Rule, first.From, first.To, "corrected", opened + 90, "E02", opened + 3, opened + 80, first.To + 1, note: "supplier process corrected");
        }

        if (old.Length > 1)
        {
            Add(file, old[1].Chart, old[1].Rule, old[1].From, old[1].To, "watch", old[1].FirstClaimOn + 120, "E05");
        }

        Add(file, biases.CampaignChart, "model=" + Catalogue.Models[biases.CampaignModel].Name, biases.CampaignFrom - 230, biases.CampaignFrom - 150, "campaign", biases.CampaignFrom - 20, "E01", campaign: biases.CampaignCode);
    }

    private static void Add(
        CsvFile file, Chart chart, string rule, int from, int to, string decision, int decidedOn, string by,
        int contained = Day.None, int corrected = Day.None, int fixedFrom = Day.None, string? campaign = null, string? note = null)
    {
        var decidedAt = DateOnly.FromDayNumber(decidedOn).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) + "T10:00:00";
        file.Add(chart.Part.Code).Add(chart.Mode.Code).Add(rule).AddDay(from).AddDay(to).Add(decision).Add(decidedAt).Add(by)
            .AddDay(contained).AddDay(corrected).AddDay(fixedFrom).Add(campaign).Add(note).EndRow();
    }
}
