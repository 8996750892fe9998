namespace ClaimInsights.Models;

/// <summary>What a maker may edit of a rule, and an auditor reads: one line of the rule table.</summary>
/// <param name="Code">The rule.</param>
/// <param name="LogLikelihoodRatio">Prior weight at full strength: how many times more often it is seen on a claim of its cause than on an honest one, as a logarithm; 0 switches it off.</param>
/// <param name="From">Measure at which it begins to fire; the lowest that counts of a graded rule.</param>
/// <param name="To">Measure from which on it fires fully; the highest that counts of a graded rule. Above <paramref name="From"/>.</param>
public sealed record RuleSetting(string Code, double LogLikelihoodRatio, double From, double To);
