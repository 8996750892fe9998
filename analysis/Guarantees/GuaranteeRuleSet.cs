namespace ClaimInsights.Analysis.Guarantees;

/// <summary>The rules for vehicles invoiced in a span of days.</summary>
/// <param name="Id">Unique name.</param>
/// <param name="En">What it is called in English.</param>
/// <param name="Zh">What it is called in Chinese.</param>
/// <param name="Period">The period of the guarantees.</param>
/// <param name="Clauses">In the order of the law; at least one.</param>
/// <param name="InvoicedFrom">First day of the invoice, itself included; null: open.</param>
/// <param name="InvoicedTo">Last day of the invoice, itself included; null: open.</param>
/// <param name="ShortEn">What lists call it in English; null: its id.</param>
/// <param name="ShortZh">What lists call it in Chinese; null: its id.</param>
/// <param name="ExtendedWarrantyAt">Repairs of the same problem, at any time, that make a vehicle a candidate for a longer warranty; null: no such list.</param>
public sealed record GuaranteeRuleSet(
    string Id,
    string En,
    string Zh,
    GuaranteeWindow Period,
    IReadOnlyList<GuaranteeClause> Clauses,
    DateOnly? InvoicedFrom = null,
    DateOnly? InvoicedTo = null,
    string? ShortEn = null,
    string? ShortZh = null,
    int? ExtendedWarrantyAt = null)
{
    /// <summary>Name of the clause that offers a longer warranty.</summary>
    public const string ExtendedWarranty = "extended_warranty";

    /// <summary>Whether it is the one for a vehicle invoiced on that day.</summary>
    public bool Holds(DateOnly invoicedOn) => !(invoicedOn < InvoicedFrom) && !(invoicedOn > InvoicedTo);

    /// <summary>The window of one of its clauses.</summary>
    public GuaranteeWindow WindowOf(GuaranteeClause clause)
    {
        ArgumentNullException.ThrowIfNull(clause);
        return clause.Within ?? Period;
    }

    /// <summary>The offer of a longer warranty, which is the maker's policy and no law; null: there is none.</summary>
    public GuaranteeClause? Offer => ExtendedWarrantyAt is not { } count ? null : new GuaranteeClause(
        ExtendedWarranty, "", GuaranteeCount.SameProblemRepairs, count,
        FormattableString.Invariant($"the same problem repaired {count} times or more, at any time"),
        FormattableString.Invariant($"同一质量问题先后修理{count}次或以上"), NearAt: count, Within: GuaranteeWindow.Always);
}
