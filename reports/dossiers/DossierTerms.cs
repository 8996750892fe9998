using ClaimInsights.Analysis.Guarantees;

namespace ClaimInsights.Reports.Dossiers;

/// <summary>The terms that apply, the figure of each, and how much is left or by how much it is past.</summary>
internal sealed class DossierTerms(DossierInput input, Words words)
{
    private readonly GuaranteeWords clauses = new(input.Rules, words);

    /// <summary>Term, figure, the reading on the day, what is left: one row each.</summary>
    public IEnumerable<IReadOnlyList<Html>> Rows() => Warranty().Concat(Guarantees())
        .Select(row => (IReadOnlyList<Html>)[Html.Text(row.Term), Html.Text(row.Figure), Html.Text(row.OnTheDay), Html.Text(row.Left)]);

    /// <summary>Days left up to the last day, itself inside, in words; past where negative.</summary>
    public static string Days(DateOnly last, DateOnly day, Words words) => last >= day
        ? words.Say("dossier.days_left", Figures.Count(last.DayNumber - day.DayNumber))
        : words.Say("dossier.days_past", Figures.Count(day.DayNumber - last.DayNumber));

    /// <summary>Kilometres left up to the last, itself inside, in words; past where negative.</summary>
    public static string Kilometres(int last, int reading, Words words) => last >= reading
        ? words.Say("dossier.km_left", Figures.Count(last - reading))
        : words.Say("dossier.km_past", Figures.Count(reading - last));

    private IEnumerable<(string Term, string Figure, string OnTheDay, string Left)> Warranty()
    {
        if (input.Dossier.Vehicle is not { } vehicle)
        {
            yield return (words["dossier.warranty"], words["dossier.vehicle_unknown"], "", words["dossier.not_judged"]);
            yield break;
        }

        var day = input.Dossier.Claim?.HappenedOn ?? input.Dossier.AsOf;
        yield return vehicle.WarrantyEndsOn is { } last
            ? (words["dossier.warranty_time"], words.Say("dossier.months_from", Figures.Count(vehicle.WarrantyMonths!.Value), Figures.Day(vehicle.InServiceOn), Figures.Day(last)), Figures.Day(day), Days(last, day, words))
            : (words["dossier.warranty_time"], Figures.None, Figures.Day(day), words["dossier.not_judged"]);
        var reading = input.Dossier.Claim is { } claim ? claim.OdometerKm
            : input.Dossier.Claims.Select(one => one.OdometerKm).Concat(input.Dossier.Services.Select(one => one.OdometerKm)).Max();
        yield return vehicle.WarrantyKm is { } km && reading is { } at
            ? (words["dossier.warranty_distance"], words.Say("dossier.km", Figures.Count(km)), words.Say("dossier.km", Figures.Count(at)), Kilometres(km, at, words))
            : (words["dossier.warranty_distance"], vehicle.WarrantyKm is { } limit ? words.Say("dossier.km", Figures.Count(limit)) : Figures.None, Figures.None, words["dossier.not_judged"]);
    }

    private IEnumerable<(string Term, string Figure, string OnTheDay, string Left)> Guarantees() => input.Dossier.Guarantees.Select(row => (
        clauses.Clause(row) + (row.Subject.Length == 0 ? "" : " · " + row.Subject),
        clauses.Ends(row),
        clauses.Counter(row),
        words.List(new[] { Standing(row), row.Unknown is null ? "" : words.Say("dossier.unknown", clauses.NotKnown(row)), End(row) }.Where(one => one.Length > 0))));

    private string Standing(ThreeGuarantee row) => row is { Standing: "owed", ReachedOn: { } day } ? words.Say("dossier.met_on", Figures.Day(day))
        : row.Standing.Length == 0 ? words.Say("dossier.missing", Figures.Count(row.Remaining)) : words["guarantee." + row.Standing];

    private string End(ThreeGuarantee row) => row.EndsOn is { } last && row.Standing != "owed" ? Days(last, input.Dossier.AsOf, words) : "";
}
