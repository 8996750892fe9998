namespace ClaimInsights.Ingest;

/// <summary>The tables of the contract, in one list; readers, store, quarantine and documentation follow it.</summary>
public static class Tables
{
    /// <summary>The store's layout version; a store of another one is refused.</summary>
    public const int SchemaVersion = 1;

    /// <summary>Closed claims, one row per version.</summary>
    public static Table Claims { get; } = new("claims", RowPolicy.Versioned, ["claim_id", "version"], ClaimColumns.All);

    /// <summary>Vehicles built, sold or not: the exposure. Unknown columns become attributes.</summary>
    public static Table Vehicles { get; } = new("vehicles", RowPolicy.Replaced, ["vin"],
    [
        Vin("vin", "the vehicle") with { Required = true },
        Text("model", "model") with { Required = true },
        Int("model_year", "model year") with { Required = true, Minimum = 1900, Maximum = 2200 },
        Date("built_on", "day of production") with { Required = true },
        Date("in_service_on", "first day of the warranty; empty: not sold, not exposed"),
        Text("plant", "plant"),
        Text("line", "line within the plant"),
        Text("powertrain", "powertrain"),
        Code("use", "use of the vehicle", ["private", "commercial"]),
        Text("province", "province of registration"),
        Text("climate", "climate zone"),
        Int("warranty_months", "length of the warranty, months") with { Minimum = 0, Maximum = 1200 },
        Int("warranty_km", "length of the warranty, kilometres") with { Minimum = 0, Maximum = 10_000_000 },
        Date("invoiced_on", "day of the invoice; else in_service_on"),
        Date("out_of_service_on", "scrapped or exported"),
        Date("changed_on", "day of this row's last change"),
    ], TakesAttributes: true);

    /// <summary>Parts: where each is fitted and its class.</summary>
    public static Table Parts { get; } = new("parts", RowPolicy.Replaced, ["causal_part"],
    [
        Text("causal_part", "part number") with { Required = true },
        Text("name", "name of the part"),
        Code("part_class", "class for the three-guarantees rules", ["safety", "assembly", "main", "wear", "other"]),
        Text("systems", "systems it belongs to, separated by ;"),
        Text("models", "models it is fitted to, separated by ;, empty = all"),
        Text("powertrains", "powertrains it is fitted to, separated by ;, empty = all"),
        Date("changed_on", "day of this row's last change"),
    ]);

    /// <summary>Failure modes and their safety class.</summary>
    public static Table FailureModes { get; } = new("failure_modes", RowPolicy.Replaced, ["failure_mode", "causal_part"],
    [
        Text("failure_mode", "technician's code") with { Required = true },
        Text("causal_part", "part; empty = all parts"),
        Text("name", "name of the failure mode"),
        Code("safety_class", "safety class", ["steering_failure", "brake_failure", "body_cracking", "fuel_leak", "battery_fire", "other_serious", "none"]),
        Date("changed_on", "day of this row's last change"),
    ]);

    /// <summary>Which supplier's part, of which batch, was fitted in which plant and build days.</summary>
    public static Table Lots { get; } = new("lots", RowPolicy.Replaced, ["causal_part", "supplier_code", "part_batch", "plant", "built_from"],
    [
        Text("causal_part", "part number") with { Required = true },
        Text("supplier_code", "supplier") with { Required = true },
        Text("part_batch", "batch"),
        Text("plant", "plant; empty = all"),
        Date("built_from", "first build day, itself included") with { Required = true },
        Date("built_to", "last build day, itself included") with { Required = true },
        Date("changed_on", "day of this row's last change"),
    ]);

    /// <summary>Scheduled services with odometer readings.</summary>
    public static Table Services { get; } = new("services", RowPolicy.Replaced, ["vin", "serviced_on", "dealer_code"],
    [
        Vin("vin", "the vehicle") with { Required = true },
        Date("serviced_on", "day of the service") with { Required = true },
        Int("odometer_km", "reading, kilometres") with { Minimum = 0, Maximum = 2_000_000 },
        Text("dealer_code", "who serviced"),
        Bool("authorised", "the workshop is authorised by the maker"),
        Date("changed_on", "day of this row's last change"),
    ]);

    /// <summary>Dealers; a claim may name one that is not listed.</summary>
    public static Table Dealers { get; } = new("dealers", RowPolicy.Replaced, ["dealer_code"],
    [
        Text("dealer_code", "dealer") with { Required = true },
        Text("name", "name"),
        Text("province", "province"),
        Text("city", "city"),
        Date("changed_on", "day of this row's last change"),
    ]);

    /// <summary>Reviewers' findings on claims.</summary>
    public static Table Verdicts { get; } = new("verdicts", RowPolicy.Added, ["claim_id", "version", "reviewer", "decided_at"],
    [
        Text("claim_id", "the claim reviewed") with { Required = true },
        Int("version", "the version reviewed") with { Required = true, Minimum = 1 },
        Text("sheet_id", "the review sheet it came back with"),
        Code("finding", "what the review found", ["owner_caused", "justified", "overbilled", "miscoded", "unclear"]) with { Required = true },
        Text("reviewer", "code of the reviewer") with { Required = true },
        new("decided_at", ColumnType.Timestamp, "moment of the finding") { Required = true },
        Code("selection", "how the claim was selected for review", ["model", "random", "rule"]) with { Required = true },
        new("probability", ColumnType.Real, "overall chance with which the claim was selected, 0…1") { Required = true, Minimum = 0, Maximum = 1 },
        Text("note", "reviewer's note"),
    ]);

    /// <summary>Engineers' decisions on clusters.</summary>
    public static Table ClusterDecisions { get; } = new("cluster_decisions", RowPolicy.Added,
        ["causal_part", "failure_mode", "rule", "built_from", "built_to", "decided_at"],
    [
        Text("causal_part", "part number") with { Required = true },
        Text("failure_mode", "failure mode; empty = all"),
        Text("rule", "rule of the population"),
        Date("built_from", "first build day; empty = open"),
        Date("built_to", "last build day; empty = open"),
        Code("decision", "the decision", ["watch", "open_8d", "dismissed", "campaign", "corrected"]) with { Required = true },
        new("decided_at", ColumnType.Timestamp, "moment of the decision") { Required = true },
        Text("decided_by", "code of who decided") with { Required = true },
        Date("contained_on", "day of containment"),
        Date("corrected_on", "day of correction"),
        Date("fixed_from", "first build day with the permanent correction"),
        Text("campaign_code", "campaign"),
        Text("note", "note"),
    ]);

    /// <summary>Every table, in the order in which a delivery is taken in.</summary>
    public static IReadOnlyList<Table> All { get; } =
        [Claims, Vehicles, Parts, FailureModes, Lots, Services, Dealers, Verdicts, ClusterDecisions];

    /// <summary>The table of that name, or null.</summary>
    public static Table? Find(string name) => All.FirstOrDefault(table => table.Name == name);

    internal static Column Text(string name, string meaning) => new(name, ColumnType.Text, meaning);

    internal static Column Vin(string name, string meaning) => new(name, ColumnType.Vin, meaning);

    internal static Column Date(string name, string meaning) => new(name, ColumnType.Date, meaning);

    internal static Column Int(string name, string meaning) => new(name, ColumnType.Int, meaning);

    internal static Column Bool(string name, string meaning) => new(name, ColumnType.Bool, meaning);

    internal static Column Code(string name, string meaning, string[] codes) => new(name, ColumnType.Code, meaning) { Codes = codes };
}
