namespace ClaimInsights.Simulator;

/// <summary>What one supplier's batch of a part fitted in one plant.</summary>
/// <param name="Part">The part.</param>
/// <param name="Plant">The plant.</param>
/// <param name="Supplier">The supplier's code.</param>
/// <param name="Batch">The batch; one batch may go to several plants.</param>
/// <param name="From">First build day, itself included.</param>
/// <param name="To">Last build day, itself included.</param>
internal sealed record Lot(Part Part, string Plant, string Supplier, string Batch, int From, int To);
