using static ClaimInsights.Ingest.Tables;

namespace ClaimInsights.Ingest;

/// <summary>The columns of the table <c>claims</c>, in the store's order.</summary>
internal static class ClaimColumns
{
    private static Column Money(string name, string meaning) =>
        new(name, ColumnType.Decimal, meaning + ", the store's currency") { Minimum = 0, Scale = 2 };

    private static Column Hours(string name, string meaning) =>
        new(name, ColumnType.Decimal, meaning + ", hours") { Minimum = 0, Scale = 2 };

    public static IReadOnlyList<Column> All { get; } =
    [
        Text("claim_id", "the claim") with { Required = true },
        Int("version", "version of the claim; the highest is current") with { Minimum = 1, Default = "1" },
        Text("prior_claim_id", "the claim that this one resubmits"),
        Text("campaign_code", "recall or service campaign that paid for the repair"),
        Text("repair_order_no", "the workshop's order"),
        Text("invoice_no", "the bill"),
        Vin("vin", "the vehicle; may be empty"),
        Text("dealer_code", "who repaired and bills") with { Required = true },
        Bool("authorised", "the repair shop is authorised by the maker"),
        Text("technician", "code of who repaired"),
        Text("decided_by", "code of the clerk who decided"),
        Date("failed_on", "failure"),
        Date("reported_on", "reported (报案)") with { Required = true },
        Date("inspected_on", "inspected, damage assessed (查勘定损)"),
        Date("decided_on", "reviewed and decided (审核理算)"),
        Date("paid_on", "paid (赔付)"),
        Date("closed_on", "closed (结案)") with { Required = true },
        Date("followed_up_on", "customer called back (回访)"),
        Date("repair_in_on", "vehicle into the workshop"),
        Date("repair_out_on", "vehicle out of the workshop"),
        Date("part_returned_on", "old part received"),
        Date("part_analysed_on", "old part analysed"),
        Int("odometer_km", "reading at repair, kilometres") with { Minimum = 0, Maximum = 2_000_000 },
        Text("complaint_code", "customer's code"),
        Text("failure_mode", "technician's code") with { Required = true },
        Text("causal_part", "the part that caused the failure") with { Required = true },
        Text("supplier_code", "supplier of the part"),
        Text("part_batch", "batch of the part"),
        Text("labour_operation", "labour operation"),
        Text("replaced_parts", "further parts replaced in the same repair, separated by ;"),
        Hours("labour_hours", "billed"),
        Hours("standard_hours", "allowed for the operation"),
        Code("attribution", "cause as coded on the claim", ["manufacturing", "owner", "external", "wear", "unknown"]) with { Required = true },
        Code("appraisal", "finding of the technical appraisal (技术鉴定)", ["confirmed_defect", "owner_caused", "external", "no_fault_found", "none"]),
        Code("verdict", "the outcome", ["paid", "partly_paid", "rejected", "goodwill", "withdrawn"]) with { Required = true },
        Text("rejection_note", "reason in the clerk's words"),
        Code("rejection_reason", "reason; required where rejected or partly paid",
        [
            "out_of_time", "out_of_mileage", "unauthorised_shop", "insufficient_evidence", "owner_damage", "lack_of_maintenance",
            "wear_item", "accident", "duplicate", "wrong_code", "no_fault_found", "commercial_use", "other",
        ]),
        Code("appeal", "appeal against the decision", ["none", "upheld", "overturned"]),
        Code("remedy", "what was done", ["none", "repair", "replace_part", "replace_assembly", "replace_vehicle", "refund", "extended_warranty"]),
        Money("claimed_amount", "claimed") with { Required = true },
        Money("approved_amount", "approved; never exceeds claimed") with { Required = true },
        Money("parts_amount", "parts"),
        Money("labour_amount", "labour"),
        Money("sublet_amount", "sublet"),
        Money("other_amount", "towing, loan car, refund, replacement vehicle"),
        Int("photos", "number of photos") with { Minimum = 0 },
        Bool("old_part_returned", "the old part was returned"),
        Bool("fault_codes_read", "fault codes were read"),
        Bool("maintenance_record", "a maintenance record was given"),
        Int("satisfaction", "customer's answer after closing") with { Minimum = 1, Maximum = 5 },
        Text("complaint", "what the customer said"),
        Text("cause", "what the technician found"),
        Text("correction", "what was done"),
    ];
}
