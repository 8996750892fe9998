using System.CommandLine;
using ClaimInsights.Analysis;
using ClaimInsights.Analysis.Dossiers;
using ClaimInsights.Analysis.Insights;
using ClaimInsights.Ingest;
using ClaimInsights.Reports.Dossiers;

namespace ClaimInsights.App;

/// <summary><c>dossier</c>: one page to lay on the table when a claim is argued, or a vehicle's.</summary>
internal sealed class DossierCommand : Command
{
    private readonly Argument<string?> claim = new("claim") { Description = "The claim_id, as delivered.", HelpName = "CLAIM", Arity = ArgumentArity.ZeroOrOne };
    private readonly Option<string?> vin = new("--vin") { Description = "A vehicle instead of a claim.", HelpName = "VIN" };
    private readonly Option<string?> key = CommonOptions.Pseudonymise();
    private readonly Option<DateOnly?> asOf = CommonOptions.AsOf();
    private readonly Option<string?> folder = new("--out") { Description = "Folder of the page; default: dossiers in the store.", HelpName = "DIR" };
    private readonly ReportOptions options = new();
    private readonly Option<string> store = CommonOptions.Store();
    private readonly Option<bool> json = CommonOptions.Json();
    private readonly Option<bool> quiet = CommonOptions.Quiet();

    public DossierCommand(Terminal terminal)
        : base("dossier", "Write one page about a claim or a vehicle, to print: facts, terms, amount, evidence, like claims, what would change the outcome.")
    {
        Add(claim);
        Add(vin);
        Add(key);
        Add(asOf);
        Add(folder);
        options.AddTo(this);
        Add(store);
        Add(json);
        Add(quiet);
        Validators.Add(result =>
        {
            if (result.GetValue(claim) is null == result.GetValue(vin) is null)
            {
                result.AddError("dossier takes a claim or --vin VIN, one of the two");
            }
        });
        SetAction(parsed => Run(parsed, terminal));
    }

    private int Run(ParseResult parsed, Terminal terminal)
    {
        var claims = ClaimStore.Open(parsed.GetValue(store)!);
        var scope = new Scope(StoreSpan.Of(claims).AsOf(parsed.GetValue(asOf)));
        var request = options.Read(parsed);
        var vehicle = parsed.GetValue(vin) is { } named ? Pseudonyms.NameIn(claims, named, CommonOptions.Key(parsed.GetValue(key))) : null;
        var (page, dossier) = new Progress(terminal, parsed.GetValue(quiet)).Step("dossier", report =>
        {
            report("opening the store", 0);
            var input = Gather(claims, scope, parsed.GetValue(claim), vehicle, request);
            report("writing", 0.9);
            return (DossierReport.Write(input, parsed.GetValue(folder) ?? Path.Combine(claims.Folder, "dossiers")), input.Dossier);
        });
        if (parsed.GetValue(json))
        {
            JsonResult.Print(terminal.Output, new
            {
                dossier.AsOf,
                dossier.Claim?.ClaimId,
                dossier.Vin,
                dossier.Claim?.Verdict,
                Claims = dossier.Claims.Select(one => one.ClaimId),
                Services = dossier.Services.Count,
                LikeClaims = dossier.LikeClaims.Sum(one => one.Claims),
                Guarantees = dossier.Guarantees.Select(row => new { row.RuleSet, row.Clause, row.Counter, row.Limit, row.Standing }),
                Path = page,
            });
        }
        else
        {
            terminal.Output.WriteLine(page);
        }

        return 0;
    }

    private static DossierInput Gather(ClaimStore store, Scope scope, string? claimId, string? vin, ReportRequest request)
    {
        var insights = InsightRun.FolderOf(store.Folder, scope.AsOf);
        var rules = GuaranteeFile.Of(insights).Table;
        var currency = store.Manifest.Currency;
        using var warehouse = Warehouse.Open(store, scope);
        var dossier = claimId is not null ? Dossier.OfClaim(warehouse, claimId, rules, currency) : Dossier.OfVehicle(warehouse, vin!, rules, currency);

        // Scores and clusters are told only where they are of this state of the store.
        var isFresh = InsightRun.In(insights)?.StoreHash == store.Hash;
        var clusters = isFresh ? Insights.DefectClusters.Read(insights) : [];
        var suspicion = isFresh && Insights.IsThere(insights, Insights.Suspicions.Name)
            ? Insights.Suspicions.Stream(insights).FirstOrDefault(row => row.ClaimId == dossier.Claim?.ClaimId)
            : null;
        return new DossierInput(
            dossier, rules, request.Language, currency, ReportAssembly.Words(request.Language),
            Analyses.PartNames.Run(warehouse).ToDictionary(part => part.CausalPart, part => part.Name, StringComparer.Ordinal),
            suspicion, ClusterOf(warehouse, clusters, dossier.Claim), request.Font);
    }

    private static DefectCluster? ClusterOf(Warehouse warehouse, IReadOnlyList<DefectCluster> clusters, DossierClaim? claim)
    {
        if (claim is null || clusters.Count == 0)
        {
            return null;
        }

        warehouse.List(clusters);
        var member = Analyses.ClusterMembers.Run(warehouse).FirstOrDefault(one => one.ClaimId == claim.ClaimId);
        return clusters.FirstOrDefault(cluster => cluster.ClusterId == member?.ClusterId);
    }
}
