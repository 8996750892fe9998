using ClaimInsights.Analysis;
using ClaimInsights.Analysis.Decisions;
using ClaimInsights.Analysis.Fairness;
using ClaimInsights.Analysis.Guarantees;
using ClaimInsights.Analysis.Insights;
using ClaimInsights.Analysis.Scan;
using ClaimInsights.Ingest;
using ClaimInsights.Models;
using ClaimInsights.Simulator;

namespace ClaimInsights.App;

/// <summary>The steps of the product, each shown as it runs; commands are made of them.</summary>
internal sealed class Pipeline(Terminal terminal, bool isQuiet)
{
    /// <summary>Reviewed claims of each kind that are listed for a second look unless asked otherwise.</summary>
    public const int UsualSecondLooks = 20;

    private readonly Progress progress = new(terminal, isQuiet);
    private (string StoreHash, DateOnly AsOf, TeachingClaims Claims)? taught;

    /// <summary>A note on standard error.</summary>
    public void Note(string text) => progress.Note(text);

    public SimulationSummary Simulate(SimulationOptions options, string folder) =>
        progress.Step("simulate", report => Simulation.Run(options, folder, report));

    public IngestReceipt Ingest(ClaimStore store, IngestRequest request) => progress.Step("ingest", report =>
    {
        var options = new IngestOptions
        {
            AsOf = request.AsOf,
            MappingFile = request.Mapping,
            Reading = request.Reading,
            Pseudonyms = request.Pseudonyms,
            IsDryRun = request.IsDryRun,
            WaitSeconds = request.WaitSeconds,
            MaxQuarantinePercent = request.MaxQuarantine,
            ReceivedAt = terminal.Time.GetUtcNow(),
        };
        return new IngestJob(store).Run(Delivery.From(request.Paths), options, report);
    });

    /// <summary>Finds clusters and causes, watches the guarantees, and writes the insight tables of the as-of date.</summary>
    /// <param name="store">The store.</param>
    /// <param name="scope">What to look at.</param>
    /// <param name="guarantees">A file with the table of guarantees; null: the built-in one.</param>
    /// <param name="warrantyRules">A file with the warranty's rules; null: the built-in ones.</param>
    /// <param name="prior">Weights of hypotheses; null: the built-in ones.</param>
    public AnalyseResult Analyse(ClaimStore store, Scope scope, string? guarantees = null, string? warrantyRules = null, HypothesisPrior? prior = null) => progress.Step("analyse", report =>
    {
        var warranty = WarrantyRulesReader.Read(warrantyRules);
        var rules = GuaranteeFile.Read(guarantees);
        var folder = InsightRun.FolderOf(store.Folder, scope.AsOf);
        report("opening the store", 0);
        using var warehouse = Warehouse.Open(store, scope);
        report("defect clusters", 0.2);
        var (findings, actions) = Found(warehouse, prior ?? new HypothesisPrior());
        warehouse.Settle();
        var run = new InsightRun(store.Hash, scope.AsOf, scope.Alpha, findings.Basis, findings.Charts, findings.Tests, findings.NewestCompleteness);
        if (InsightRun.In(folder) is { } before && before != run)
        {
            // Scores of another state of the store would be read as scores of this one.
            Insights.OfScoring.ToList().ForEach(name => Insights.Forget(folder, name));
        }

        report("rejection causes, stages, costs", 0.7);
        var units = Analyses.UnitRejections.Run(warehouse);
        // Tables are written in this order, and most are read only then: distances follow the vehicles that they are added up from.
        var distances = new ClusterDistances(warehouse);
        InsightTable[] tables =
        [
            Insights.DefectClusters.Table(findings.Clusters),
            Insights.BuildMonths.Table(findings.BuildMonths),
            Insights.ClusterAges.Table(findings.Ages),
            Insights.ClusterWeeks.Table(findings.Weeks),
            Insights.ClusterRepeats.Table(ClusterRepeat.Of(findings.Ages)),
            Insights.ClusterForecasts.Table(findings.Forecasts),
            Insights.ClusterActions.Table(actions),
            Insights.ClusterVehicles.Table(distances.Watched(ClusterVehicle.In(warehouse))),
            Insights.ClusterDistances.Table(distances.Rows()),
            Insights.ClusterAppraisals.Table(ClusterAppraisal.Of(Analyses.AppraisalCounts.Run(warehouse))),
            Insights.ClusterParts.Table(ClusterPart.Of(Analyses.ReplacedPartCounts.Run(warehouse))),
            Insights.ClusterClaims.Table(Analyses.ClusterClaims.Stream(warehouse)),
            Insights.ClusterFits.Table(findings.Fits),
            Insights.CalendarOnsets.Table(findings.Basis == "rate" ? CalendarOnset.In(warehouse) : []),
            Insights.NarrativeGroups.Table(NarrativeGroup.In(warehouse)),
            Insights.RateTriangles.Table(RateTriangles.In(warehouse, findings.Clusters, findings.Lag)),
            Insights.ReportingLags.Table(findings.Lag is { } lag ? LagSummary.Of(lag) : []),
            Insights.ClaimNowcasts.Table(findings.Lag is { } known ? ClaimNowcast.Of(known) : []),
            Insights.RejectionCauses.Table(RejectionCauses.In(warehouse)),
            Insights.VerdictMonths.Table(Analyses.VerdictMonths.Run(warehouse)),
            Insights.StageTimes.Table(StageTime.Of(Analyses.StageTimes.Run(warehouse), warranty)),
            Insights.CostMonths.Table(Analyses.CostMonths.Run(warehouse)),
            Insights.DealerRejections.Table(DealerRejection.Standardise(units)),
            Insights.ClaimStandings.Table(Analyses.CountedClaims.Run(warehouse)),
            Insights.ThreeGuarantees.Table(ThreeGuaranteesWatch.In(warehouse, rules.Table, store.Manifest.Currency)),
            .. DecisionInsights.In(warehouse, warranty, units),
        ];
        var paths = tables.Select(table => table.Write(folder, InsightFormat.Parquet)).ToList();
        rules.Write(folder);
        run.Write(folder);
        return new AnalyseResult(scope.AsOf, findings, tables.ToDictionary(table => table.Name, table => table.Rows), paths);
    });

    /// <summary>What was found, what engineers decided on it, what it looks like; what only these steps need is free when the next begin.</summary>
    private static (DefectFindings Findings, IReadOnlyList<ClusterAction> Actions) Found(Warehouse warehouse, HypothesisPrior prior)
    {
        var (undismissed, actions) = ClusterActions.In(warehouse, DefectFindings.In(warehouse, prior));
        return (ClusterEvidence.Add(warehouse, undismissed), actions);
    }

    /// <summary>Trains on the verdicts known at the as-of date, keeps the model, and puts it to use where it is not worse than the one in use.</summary>
    public TrainResult Train(ClaimStore store, Scope scope, int seed, IReadOnlyList<RuleSetting>? rules = null, PromotionPolicy policy = PromotionPolicy.UnlessWorse) => progress.Step("train", report =>
    {
        report("features", 0);
        var (claims, uses) = Taught(store, scope, done => report("features", 0.1 + (0.5 * done)));
        report("training", 0.6);
        var model = SuspicionModel.Train(claims, seed, scope.AsOf, rules);
        report("comparing", 0.9);
        var (folder, inUse) = (ModelsOf(store), InUse(ModelsOf(store)));
        model = model.ComparedWith(inUse ?? SuspicionModel.WrittenRules(scope.AsOf), claims.Reviewed, seed);
        var promotion = Promotion.Of(model, inUse, policy);
        if (promotion.Outcome == "unchanged")
        {
            return new TrainResult(inUse!.Card, promotion, uses, Path.Combine(folder, promotion.InUse));
        }

        var place = ModelFolder.Save(model, folder);
        if (promotion.Outcome == "promoted")
        {
            ModelFolder.Use(model.Card.ModelId, folder);
        }

        return new TrainResult(model.Card, promotion, uses, place);
    });

    /// <summary>What a model learns from; the warehouse is closed before it does.</summary>
    private (TeachingClaims Claims, IReadOnlyList<VerdictUse> Uses) Taught(ClaimStore store, Scope scope, Action<double> report)
    {
        using var warehouse = Warehouse.Open(store, scope);
        var claims = TeachingClaims.Of(Watched(ClaimFeatures.Stream(warehouse, Fits(store, warehouse)), scope.AsOf, report));
        taught = (store.Hash, scope.AsOf, claims);
        return (claims, VerdictUse.In(warehouse));
    }

    /// <summary>The model in use; null: none, or one that this program cannot read, which a new one may take the place of.</summary>
    private SuspicionModel? InUse(string folder)
    {
        try
        {
            return ModelFolder.LoadCurrent(folder);
        }
        catch (ModelException problem)
        {
            progress.Note(problem.Message);
            return null;
        }
    }

    /// <summary>Scores open claims, fills the queue and writes the insight table.</summary>
    /// <param name="store">The store.</param>
    /// <param name="scope">From which closing day to which.</param>
    /// <param name="capacity">Claims that can be reviewed.</param>
    /// <param name="randomShare">Share of the queue drawn at random; 0–1.</param>
    /// <param name="seed">Seed of the draw.</param>
    /// <param name="modelId">A model of the store; null: the one in use.</param>
    /// <param name="secondLooks">Reviewed claims of each kind that are listed for a second look, at most.</param>
    /// <param name="dealerDiscount">By how much each further claim of a dealer counts less in the queue; 0–1.</param>
    public ScoreResult Score(
        ClaimStore store, Scope scope, int capacity, double randomShare, int seed, string? modelId = null, int secondLooks = UsualSecondLooks,
        double dealerDiscount = Scoring.UsualDealerDiscount) => progress.Step("score", report =>
    {
        var model = Model(store, scope, modelId);
        report("clusters", 0);
        var folder = FreshInsights(store, scope);
        var members = Members(folder);
        using var warehouse = Warehouse.Open(store, scope);
        report("features", 0.2);
        var claims = Watched(FeaturesOfScored(store, warehouse), scope.AsOf, done => report("scores", 0.3 + (0.5 * done)));
        using var scored = Scoring.Score(claims, model, members, scope, capacity, randomShare, seed, dealerDiscount);
        report("tables", 0.8);
        Insights.ReviewAids.Table(ReviewAid.Of(scored, model)).Write(folder, InsightFormat.Parquet);
        Insights.ClusterReviews.Table(ClusterReview.Of(scored.Reviewed, members)).Write(folder, InsightFormat.Parquet);
        var drift = scored.Drift;
        Insights.ModelDrifts.Table(drift).Write(folder, InsightFormat.Parquet);
        Insights.ReviewYields.Table(ReviewYield.Of(scored.Reviewed)).Write(folder, InsightFormat.Parquet);
        Insights.SecondLooks.Table(SecondLook.Of(scored.Reviewed, model, secondLooks)).Write(folder, InsightFormat.Parquet);
        Insights.QueueFairnesses.Table(QueueFairness.Of(scored, model)).Write(folder, InsightFormat.Parquet);
        Insights.PeerOutliers.Table(PeerOutlier.In(warehouse)).Write(folder, InsightFormat.Parquet);
        var path = Insights.Suspicions.Table(scored.ByRank()).Write(folder, InsightFormat.Parquet);
        return new ScoreResult(
            scope.AsOf, model.Card.ModelId, model.Card.Calibrated, scored.Claims, scored.Queue.Claims, scored.Queue.ExpectedRecovery, drift.Any(row => row.IsPastLimits), path);
    });

    /// <summary>Writes the report and returns the path of its index.html.</summary>
    public string Report(ClaimStore store, Scope scope, ReportRequest request) => progress.Step("report", report =>
    {
        report("reading insights", 0);
        var folder = FreshInsights(store, scope);
        var input = new ReportAssembly(store, scope, folder, ModelsOf(store)).Input(request);
        report("drawing", 0.2);
        return Reports.Report.Write(input, request.Folder ?? Path.Combine(store.Folder, "reports", input.Period.Name));
    });

    /// <summary>Features of what is scored, reviewed, or decided lately enough to tell of drift, a part at a time: all, where training has just read them.</summary>
    private IEnumerable<IReadOnlyList<ClaimFeatures>> FeaturesOfScored(ClaimStore store, Warehouse warehouse)
    {
        var (since, asOf) = (warehouse.Scope.Since, warehouse.Scope.AsOf);
        if (taught is { Claims.IsWhole: true } known && known.StoreHash == store.Hash && known.AsOf == asOf)
        {
            return [known.Claims.Known];
        }

        var recent = ModelDrift.RecentSince(asOf);
        warehouse.AskSince(since < recent ? since : recent);
        return ClaimFeatures.Stream(warehouse, Fits(store, warehouse));
    }

    /// <summary>The same parts; says how far they have come, from the first decision to the last day that is known.</summary>
    private static IEnumerable<IReadOnlyList<ClaimFeatures>> Watched(IEnumerable<IReadOnlyList<ClaimFeatures>> parts, DateOnly asOf, Action<double> report)
    {
        DateOnly? first = null;
        foreach (var part in parts.Where(part => part.Count > 0))
        {
            first ??= part[0].Claim.DecidedOn;
            report((part[^1].Claim.DecidedOn.DayNumber - first.Value.DayNumber) / (double)Math.Max(1, asOf.DayNumber - first.Value.DayNumber));
            yield return part;
        }
    }

    /// <summary>Which claims fitted a cluster when they were decided: as <c>analyse</c> found it in this state of the store, else found now.</summary>
    private static IReadOnlyList<ClusterFit> Fits(ClaimStore store, Warehouse warehouse)
    {
        var folder = InsightRun.FolderOf(store.Folder, warehouse.Scope.AsOf);
        return InsightRun.In(folder)?.StoreHash == store.Hash && Insights.IsThere(folder, Insights.ClusterFits.Name)
            ? Insights.ClusterFits.Read(folder) : ClusterFit.In(warehouse);
    }

    /// <summary>The cluster of each claim: a defect explains it; one dealer's pattern names him and explains nothing.</summary>
    private static Dictionary<(string, int), ClusterMembership> Members(string insights)
    {
        var clusters = Insights.DefectClusters.Read(insights).ToDictionary(cluster => cluster.ClusterId, StringComparer.Ordinal);
        var members = new Dictionary<(string, int), ClusterMembership>();
        foreach (var one in Insights.ClusterClaims.Read(insights).OrderBy(one => clusters[one.ClusterId].DealerDominated).ThenBy(one => one.ClusterId, StringComparer.Ordinal))
        {
            var cluster = clusters[one.ClusterId];
            members.TryAdd((one.ClaimId, one.Version), new ClusterMembership(cluster.ClusterId, cluster.DealerDominated ? 1 : cluster.Ratio));
        }

        return members;
    }

    private static SuspicionModel Model(ClaimStore store, Scope scope, string? modelId)
    {
        var models = ModelsOf(store);
        var written = SuspicionModel.WrittenRules(scope.AsOf);
        var ids = ModelFolder.Ids(models);
        if (modelId is null)
        {
            return ModelFolder.LoadCurrent(models) ?? written;
        }

        if (ids.Contains(modelId, StringComparer.Ordinal))
        {
            return ModelFolder.Load(models, modelId);
        }

        // The written rules rank before anything is trained, so there is no folder of theirs.
        var known = ids.Append(written.Card.ModelId).Distinct(StringComparer.Ordinal).ToList();
        return modelId == written.Card.ModelId ? written : throw new RequestException(
            $"--model {modelId}: {models} has no such model; expected one of {string.Join(", ", known)}. Name one of them, or leave --model out for the one in use");
    }

    private static string ModelsOf(ClaimStore store) => Path.Combine(store.Folder, "models");

    /// <exception cref="RequestException">There are none of this state of the store.</exception>
    public static string FreshInsights(ClaimStore store, Scope scope)
    {
        var folder = InsightRun.FolderOf(store.Folder, scope.AsOf);
        var run = InsightRun.In(folder);
        if (run is null || run.StoreHash != store.Hash)
        {
            var found = run is null ? "no insight tables" : "insight tables of an earlier state of the store";
            throw new RequestException($"{folder}: {found}; expected those of the store as it is. Run: claiminsights analyse --store {store.Folder} --as-of {scope.AsOf:yyyy-MM-dd}");
        }

        return folder;
    }
}
