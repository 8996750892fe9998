using ClaimInsights.Analysis;
using ClaimInsights.Ingest;
using ClaimInsights.Models;

namespace ClaimInsights.App;

/// <summary>From a store to a report: what <c>run</c> and <c>demo</c> do after the delivery is in.</summary>
internal sealed class WholeRun(Pipeline pipeline, ClaimStore store, Scope scope, int capacity, int seed)
{
    private const double RandomShare = 0.1;

    /// <summary>Analyses, trains, scores, reports; prints what it found in three lines, and last the report's path.</summary>
    public void Print(TextWriter output, IngestReceipt receipt, ReportRequest request, bool isJson)
    {
        var analysed = pipeline.Analyse(store, scope);
        var card = Train();
        var scored = pipeline.Score(store, scope, capacity, RandomShare, seed);
        var report = pipeline.Report(store, scope, request);
        var folder = Pipeline.FreshInsights(store, scope);
        if (isJson)
        {
            JsonResult.Print(output, new
            {
                Delivery = receipt.DeliveryId,
                receipt.Read,
                receipt.Quarantined,
                scope.AsOf,
                Clusters = analysed.Findings.Clusters.Count,
                analysed.Findings.Charts,
                scored.ModelId,
                scored.Scored,
                scored.Queued,
                Report = report,
            });
            return;
        }

        var summary = new Summary(request.Language, store.Manifest.Currency, scope.Alpha);
        output.WriteLine(summary.ForQuality(analysed.Findings));
        output.WriteLine(summary.ForReviewers(scored, card));
        output.WriteLine(summary.ForManagement(Insights.VerdictMonths.Read(folder), Insights.RejectionCauses.Read(folder), Insights.StageTimes.Read(folder)));
        output.WriteLine(report);
    }

    /// <summary>Verdicts that nothing can be learned from do not stop a run: the written rules rank alone.</summary>
    private ModelCard Train()
    {
        try
        {
            return pipeline.Train(store, scope, seed).Card;
        }
        catch (ModelException problem)
        {
            pipeline.Note(problem.Message);
            return SuspicionModel.WrittenRules(scope.AsOf).Card;
        }
    }
}
