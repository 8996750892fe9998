namespace ClaimInsights.Analysis.Fairness;

/// <summary>
/// What moved the share of rejected claims between the last two complete quarters, and months: one row per span and dealer, reason or part,
/// the farthest move first. The moves of all dealers add up to the change of the share exactly, and so do those of all reasons and of all parts.
/// An insight table: the parameters are its columns.
/// </summary>
/// <param name="Span"><c>quarter</c> or <c>month</c>.</param>
/// <param name="PeriodBefore">First day of the period before.</param>
/// <param name="Period">First day of the last complete period.</param>
/// <param name="By"><c>dealer</c>, <c>reason</c> or <c>part</c>.</param>
/// <param name="Item">Its code.</param>
/// <param name="DecidedBefore">Decided claims of the item in the period before; of a reason: all decided claims.</param>
/// <param name="RejectedBefore">Of them rejected; of a reason: for it.</param>
/// <param name="Decided">Decided claims in the last period, in the same way.</param>
/// <param name="Rejected">Of them rejected.</param>
/// <param name="Move">The item's part of the change of the share of all claims; <paramref name="MixEffect"/> + <paramref name="RuleEffect"/>.</param>
/// <param name="MixEffect">Came with other claims (Kitagawa).</param>
/// <param name="RuleEffect">Came with other treatment of like claims.</param>
public sealed record RejectionMove(
    string Span,
    DateOnly PeriodBefore,
    DateOnly Period,
    string By,
    string Item,
    long DecidedBefore,
    long RejectedBefore,
    long Decided,
    long Rejected,
    double Move,
    double MixEffect,
    double RuleEffect);
