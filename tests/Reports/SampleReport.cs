using ClaimInsights.Analysis;
using ClaimInsights.Analysis.Decisions;
using ClaimInsights.Analysis.Guarantees;
using ClaimInsights.Models;
using ClaimInsights.Reports;

namespace ClaimInsights.Tests.Reports;

/// <summary>Rows of a report such as a fleet of 60,000 vehicles gives, made by a seed; and one that says nothing.</summary>
internal static class SampleReport
{
    private static readonly DateOnly AsOf = new(2026, 10, 12);

    private static readonly (string Part, string Mode)[] Problems =
    [
        ("WP-2041", "leak"), ("BMS-7002", "communication_lost"), ("HV-HARNESS-REAR-LOWER-0045871", "insulation_resistance_below_threshold"),
        ("INJ-310", "clogged"), ("EPS-118", "assist_lost"), ("DCT-09", "shudder"), ("TURBO-55", "oil_leak"), ("AC-COMP-12", "noise"),
        ("INFOTAINMENT-HEADUNIT-12.3IN", "black_screen_after_software_update"), ("WINDOW-REG-3", "stuck"), ("BRK-CAL-77", "seized"), ("SEAT-HEAT-1", "burned"),
        ("OBC-6K6", "no_charge"),
    ];

    public static ReportInput Full(Language language = Language.English)
    {
        var random = new Random(20261012);
        var clusters = Clusters(random);
        return new(
            new ReportPeriod(new DateOnly(2026, 7, 1), 3), AsOf, language, "CNY", "rate", 0.05, 1234, clusters, BuildMonths(random, clusters), Ages(clusters),
            Causes(random), Verdicts(random), Stages(random), Costs(random), Dealers(random),
            [
                new("counted", 41230, 61_845_120.55m), new("rejected", 5120, 0m), new("owner_or_external", 1890, 210_400m), new("withdrawn", 640, 0m),
                new("outside_warranty", 512, 800_030m), new("campaign", 401, 933_000m), new("unknown_vehicle", 77, 90_120.10m), new("before_sale", 12, 9_000m),
            ],
            Queue(random, clusters), Card(), new ReceiptTotals(152_340, 148_020, 1_560, 1_204, 950, 606),
            ReasonsIn(language), new Dictionary<string, string> { ["WP-2041"] = "water pump / 水泵", ["BMS-7002"] = "battery management unit / 电池管理单元" })
        {
            ClusterTables = SampleClusterTables.Of(clusters[0].ClusterId),
            RateTriangles = Triangles(clusters),
            ClusterActions = Actions(clusters),
            ClusterWeeks = Weeks(clusters),
            ClusterDistances = [.. clusters.SelectMany(cluster => Enumerable.Range(0, 16).Select(of => new ClusterDistance(cluster.ClusterId, of * 10_000, 900 / (1 + of), 14 - Math.Min(14, of), 90_000 / (1 + of), 300 / (1 + of))))],
            CalendarOnsets =
            [
                new("INFOTAINMENT-1", "reboots", new(2026, 9, 1), 3, 41, 11.2, 18, 3.66, 2.63, 4.97, 1e-9, 1e-6, new(2026, 7, 1), true),
                new("WP-2041", "leak", new(2026, 9, 1), 1, 11, 10.2, 17, 1.08, .54, 1.93, .4, 1, null, false),
            ],
            NarrativeGroups =
            [
                new("抖动;怠速", new(2026, 9, 1), 3, 14, 3.1, 4.5, 2.47, 7.58, 1e-6, 1e-3, 5, "ENG-3001", "other", .36, true, "C-881;C-902"),
                new("reboots", new(2026, 9, 1), 1, 9, 2.2, 4.1, 1.87, 7.77, 1e-4, .02, 1, "INFOTAINMENT-1", "reboots", 1, false, "C-915"),
            ],
            ThreeGuarantees = SampleGuarantees.Rows,
            GuaranteeRules = GuaranteeTableReader.Read(null),
            Decisions = SampleDecisions.Of(),
            Review = SampleReviews.Of(),
        };
    }

    /// <summary>Names, counts and amounts that hardly fit.</summary>
    public static ReportInput Extreme(Language language = Language.English)
    {
        var full = Full(language);
        var clusters = full.Clusters.Select((cluster, i) => cluster with
        {
            CausalPart = i == 0 ? "水泵总成（带电子节温器及后置传感器线束）" : new string('W', 30) + i,
            FailureMode = i == 0 ? "低温冷启动后渗漏冷却液并报警" : new string('m', 50),
            Rule = "province=广东|浙江 & supplier_code=SUPPLIER-000000000000000000000000001",
            Claims = 1_234_567,
            Expected = 98_765.4,
            Ratio = 812.3 / (i + 1),
            RatioLow = 500.1 / (i + 1),
            RatioHigh = 990.9 / (i + 1),
            DealerDominated = false,
        }).Concat(full.Clusters).ToList();
        var dealers = full.DealerRejections.Select((row, i) => row with { DealerCode = i % 2 == 0 ? $"经销商{i}" : $"DEALER-OF-A-VERY-LONG-NAME-{i}", Decided = row.Decided * 900, Rejected = row.Rejected * 900, Expected = row.Expected * 900 });
        var first = full.VerdictMonths.Take(2).ToList();
        return full with
        {
            Clusters = clusters,
            DealerRejections = [.. dealers],
            VerdictMonths = first,
            StageTimes = [.. full.StageTimes.Take(14).Select(row => row with { MedianDays = 3 + (row.MedianDays / 1000) })],
            BuildMonths = [.. full.BuildMonths.Where((_, i) => i == 0).Select(row => row with { CausalPart = clusters[0].CausalPart, FailureMode = clusters[0].FailureMode, Claims = 123_456, Expected = 0.01 })],
            CostMonths = [.. full.CostMonths.Select(row => row with { ApprovedAmount = row.ApprovedAmount * 1_000_000 })],
            RejectionCauses = [.. full.RejectionCauses.Select(row => row with { Reason = row.Reason == "other" ? "说不清的原因" : row.Reason })],
            Scored = ScoringSummary.Of([full.Scored.Queue[0].Suspicion with { Score = 1 }], [full.Scored.Queue[0].Claim]),
            Period = new ReportPeriod(new DateOnly(2024, 10, 1), 3),
        };
    }

    /// <summary>A store with nothing in it.</summary>
    public static ReportInput Empty(Language language = Language.English, string basis = "rate") => new(
        new ReportPeriod(new DateOnly(2026, 7, 1), 3), AsOf, language, "", basis, 0.05, 0, [], [], [], [], [], [], [], [], [], ScoringSummary.None, null,
        new ReceiptTotals(0, 0, 0, 0, 0, 0), ReasonsIn(language), new Dictionary<string, string>());

    /// <summary>A store without vehicles and without money.</summary>
    public static ReportInput Share(Language language = Language.English)
    {
        var full = Full(language);
        var costs = full.CostMonths.Select(row => row with { Vehicles = 0, ApprovedAmount = 0 }).ToList();
        var clusters = full.Clusters.Select(cluster => cluster with
        {
            Basis = "share",
            BuiltFrom = null,
            BuiltTo = null,
            Vehicles = null,
            Rule = cluster.Rule.Length == 0 ? "model=SANTA FE & model_year=2013" : "model=SONATA",
            Cost = 0,
        }).ToList();
        return full with { Basis = "share", Currency = "", Clusters = clusters, BuildMonths = [], CalendarOnsets = [], ClusterWeeks = [], ClusterDistances = [], NarrativeGroups = [], ClusterAges = [], ClusterActions = [], RateTriangles = [], CostMonths = costs, DealerRejections = [], Scored = ScoringSummary.None, Review = new(), Model = null, StageTimes = [] };
    }

    private static List<DefectCluster> Clusters(Random random) =>
    [
        .. Problems.Select((problem, i) =>
        {
            var from = new DateOnly(2024, 6, 1).AddMonths(random.Next(14));
            var ratio = 7.5 / (1 + (i * 0.35)) + 1.15;
            var expected = 4 + (random.NextDouble() * 40);
            var claims = (long)Math.Round(expected * ratio);
            var spread = Math.Exp(1.96 / Math.Sqrt(claims));
            return new DefectCluster(
                $"c{i:000}", problem.Part, problem.Mode, i == 3 ? "plant=B & supplier_code=S2" : "", from, from.AddMonths(1 + random.Next(4)).AddDays(-1),
                800 + random.Next(5000), claims, expected, claims / expected, claims / expected / spread, claims / expected * spread, 1e-9 * Math.Pow(10, i * 0.5), 1e-7 * Math.Pow(10, i * 0.45), "rate",
                i is 1 or 4 ? new DateOnly(2026, 8, 31) : new DateOnly(2026, 3, 31), i switch { 1 or 4 => "new", 2 => "growing", 5 => "fading", _ => "steady" }, null,
                i switch { 4 => "steering_failure", 10 => "brake_failure", 0 or 1 => "none", _ => null }, 0.03 + (random.NextDouble() * 0.2), i is 7 or 11, 1200m * claims,
                null, null, null, null, null, $"CLM-26-{10000 + i};CLM-26-{20000 + i};CLM-26-{30000 + i}");
        }),
    ];

    private static List<BuildMonth> BuildMonths(Random random, List<DefectCluster> clusters) =>
    [
        .. clusters.SelectMany(cluster => Enumerable.Range(0, 30).Select(i =>
        {
            var month = new DateOnly(2024, 1, 1).AddMonths(i);
            var expected = 14.0 * (30 - i) / 30;
            var hit = month.AddMonths(1) > cluster.BuiltFrom && month <= cluster.BuiltTo;
            return new BuildMonth(cluster.CausalPart, cluster.FailureMode, month, 1600, 1600 * (30 - i), Poisson(random, expected * (hit ? cluster.Ratio * 0.6 : 1)), expected, 0.4, 0.7);
        })),
    ];

    private static List<ClusterWeek> Weeks(List<DefectCluster> clusters) =>
    [
        .. clusters.SelectMany(cluster => Enumerable.Range(0, 60).Select(week => new ClusterWeek(
            cluster.ClusterId, new DateOnly(2025, 1, 6).AddDays(7 * week), 120, week is >= 24 and < 31 ? 5 + (week % 3) : week % 2, .7, week is >= 24 and < 31))),
    ];

    private static List<ClusterAge> Ages(List<DefectCluster> clusters) =>
    [
        .. clusters.SelectMany(cluster => Enumerable.Range(0, 26).Select(age => new ClusterAge(
            cluster.ClusterId, age, Math.Max(0, 3200 - (age * 90)), age == 0 ? 0 : (long)(1 + (age % 5 == 0 ? 2 : 0) + (age / 6)), 58_000 - (age * 1500), 14 + (age / 4)))),
    ];

    private static List<ClusterAction> Actions(List<DefectCluster> clusters) =>
    [
        Action(clusters[0], "open_8d", "listed"),
        Action(clusters[0], "corrected", "listed", "fix_confirmed"),
        Action(clusters[1], "corrected", "listed", "too_early", 5200),
        Action(clusters[2], "corrected", "listed", "not_confirmed"),
        Action(clusters[3] with { ClusterId = "c999" }, "dismissed", "kept_out"),
    ];

    private static ClusterAction Action(DefectCluster cluster, string decision, string listing, string? verdict = null, long? needed = null) => new(
        cluster.ClusterId, cluster.CausalPart, cluster.FailureMode, cluster.Rule, cluster.BuiltFrom, cluster.BuiltTo, decision, new DateOnly(2026, 5, 4), "E02", true, listing,
        new DateOnly(2026, 5, 7), verdict is null ? null : new DateOnly(2026, 6, 1), verdict is null ? null : new DateOnly(2026, 6, 8), null, null,
        decision == "dismissed" ? 12 : null, decision == "dismissed" ? 3 : null, decision == "dismissed" ? 2.8 : null, decision == "dismissed" ? 0.4 : null,
        verdict is null ? null : 41_000, verdict is null ? null : 62, verdict is null ? null : 8_000, verdict is null ? null : 3, verdict is null ? null : 0.2,
        verdict is null ? null : 0.25, verdict is null ? null : 0.05, verdict is null ? null : 0.74, verdict, needed);

    private static List<TriangleCell> Triangles(List<DefectCluster> clusters) =>
    [
        .. clusters.Take(3).SelectMany(cluster => Enumerable.Range(0, 24).SelectMany(month => Enumerable.Range(1, 24 - month).Select(age => new TriangleCell(
            cluster.CausalPart, cluster.FailureMode, new DateOnly(2024, 6, 1).AddMonths(month), age, 1600, age == 24 - month ? 700 : 1600,
            age * (month == 7 ? 4 : 1), age * (month == 7 ? 2.5 : .625), age * .3, age * (month == 7 ? 4 : 1.2))))),
    ];

    private static List<RejectionCause> Causes(Random random)
    {
        (string Reason, int Level)[] reasons =
        [
            ("insufficient_evidence", 52), ("owner_damage", 40), ("lack_of_maintenance", 31), ("out_of_time", 22), ("out_of_mileage", 17), ("wear_item", 12),
            ("no_fault_found", 9), ("unauthorised_shop", 6), ("wrong_code", 4), ("duplicate", 3), ("commercial_use", 2), ("accident", 2), ("other", 1),
        ];
        return
        [
            .. Months(24).SelectMany(month => reasons.Select(reason => new RejectionCause(
                $"{month:yyyy-MM}", reason.Reason, 1 + Poisson(random, reason.Level), 2000, 0.02, 0.01, 0.03, 0.02, null, null, 3, 1, 8000m))),
        ];
    }

    private static List<VerdictMonth> Verdicts(Random random) =>
        [.. Months(25).Select((month, i) => new VerdictMonth(
            month, i < 24, Poisson(random, 1600), Poisson(random, 90), Poisson(random, 60), Poisson(random, i == 22 ? 330 : 205), Poisson(random, 25), Poisson(random, 30), Poisson(random, 9)))];

    private static List<StageTime> Stages(Random random)
    {
        (string Stage, double Days)[] stages = [("reported", 2), ("inspected", 3), ("decided", 6), ("paid", 9), ("closed", 3), ("followed_up", 12), ("total", 24)];
        return
        [
            .. Months(25).SelectMany((month, i) => stages.Select(stage =>
            {
                var slow = stage.Stage == "decided" && i > 20 ? 5 : 0;
                var median = stage.Days + slow + (random.Next(5) / 2.0) - 1;
                return new StageTime(month, stage.Stage, 1900, median, median * 2.6);
            })),
        ];
    }

    private static List<CostMonth> Costs(Random random) =>
        [.. Months(25).Select((month, i) => new CostMonth(
            month, i < 24, 20_000 + (i * 1500), 1700, Math.Round((decimal)((20_000 + (i * 1500)) * (41 + (random.NextDouble() * 6) + (i == 23 ? 12 : 0)) * (i == 24 ? 0.35 : 1)), 2)))];

    private static List<DealerRejection> Dealers(Random random) =>
    [
        .. Enumerable.Range(1, 150).Select(i =>
        {
            var decided = 4 + (int)(Math.Pow(random.NextDouble(), 2.2) * 620);
            var expected = decided * (0.085 + (random.NextDouble() * 0.03));
            var rejected = Math.Min(decided, Poisson(random, expected * (i is 17 or 88 ? 3.2 : i == 120 ? 0.1 : 0.85 + (random.NextDouble() * 0.3))));
            return new DealerRejection($"D{i:0000}", decided, rejected, expected);
        }),
    ];

    private static ScoringSummary Queue(Random random, List<DefectCluster> clusters)
    {
        string[] reasons = ["odometer_below_trend|48210|61200", "old_part_missing", "near_km_limit|210|100000", "late_report|37", "owner_profile|41|12", "amount_above_peers|12800|4100"];
        var scores = Enumerable.Range(0, 4200).Select(_ => Math.Pow(random.NextDouble(), 9) * 0.83).OrderDescending().ToList();
        var claims = scores.Select((score, i) =>
        {
            var problem = Problems[random.Next(Problems.Length)];
            var amount = Math.Round(200m + ((decimal)random.NextDouble() * 14_000m), 2);
            var suspicion = new Suspicion(
                $"CLM-26-{40000 + i}", 1, score, i + 1, Math.Round((decimal)score * amount, 2), reasons[i % 6], reasons[(i + 1) % 6], i % 4 == 0 ? null : reasons[(i + 3) % 6], 1.2, 0.8, 0.3,
                i % 23 == 5 ? clusters[i % 4].ClusterId : null, i < 140 ? "model" : i % 400 == 0 ? "random" : "none", 0.1, "m-2026-09-30");
            return new QueuedClaim(suspicion, new ScoredClaim(suspicion.ClaimId, 1, $"D{1 + random.Next(150):0000}", problem.Part, problem.Mode, amount, new DateOnly(2026, 9, 30).AddDays(-random.Next(300))));
        }).ToList();
        return ScoringSummary.Of(claims.Select(one => one.Suspicion), claims.Select(one => one.Claim));
    }

    private static ModelCard Card() => new(
        "m-2026-09-30-8f31c2", "fast_tree", true, 1, new DateOnly(2026, 9, 30), new DateOnly(2026, 2, 11), new DateOnly(2026, 5, 2), new DateOnly(2026, 9, 30), 1150, 96, 410, 37,
        [
            new("model", 0.872, 0.412, 0.38, 50, 0.061), new("rules", 0.79, 0.23, 0.24, 50, null), new("amount", 0.55, 0.11, 0.12, 50, null), new("random", 0.5, 0.09, 0.09, 50, null),
        ],
        [
            .. Enumerable.Range(0, 10).Select(i =>
            {
                var score = 0.01 + (i * i * 0.0052);
                return new CalibrationPoint(score, score * (i % 3 == 1 ? 1.25 : 0.9), Math.Max(0, (score * 0.7) - 0.03), Math.Min(1, (score * 1.3) + 0.08), 41);
            }),
        ],
        [new("km_below_trend", 0.31), new("owner_profile", 0.22)], ["share_found|0.0312", "tree_weight|0.42"]);

    /// <summary>The wording of reasons belongs to the models; here only its numbers matter.</summary>
    private static Func<string, string> ReasonsIn(Language language) =>
        reason => language == Language.English ? $"worded: {reason.Replace('|', ' ')}" : $"原因：{reason.Replace('|', ' ')}";

    private static IEnumerable<DateOnly> Months(int count) => Enumerable.Range(0, count).Select(i => new DateOnly(2024, 10, 1).AddMonths(i));

    private static int Poisson(Random random, double mean)
    {
        var limit = Math.Exp(-Math.Min(mean, 600));
        if (mean > 100)
        {
            var normal = Math.Sqrt(-2 * Math.Log(1 - random.NextDouble())) * Math.Cos(2 * Math.PI * random.NextDouble());
            return (int)Math.Round(mean + (Math.Sqrt(mean) * normal));
        }

        var (count, product) = (0, random.NextDouble());
        while (product > limit)
        {
            (count, product) = (count + 1, product * random.NextDouble());
        }

        return count;
    }
}
