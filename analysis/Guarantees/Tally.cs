namespace ClaimInsights.Analysis.Guarantees;

/// <summary>Whether something counts towards a clause.</summary>
internal enum Certainty
{
    /// <summary>It does not.</summary>
    No,

    /// <summary>It does if a class that is not known is the one that counts.</summary>
    Possible,

    /// <summary>It does.</summary>
    Certain,
}

/// <summary>What has been counted for one clause and subject.</summary>
/// <param name="Subject">What it is about.</param>
/// <param name="Counter">Sure to count.</param>
/// <param name="CounterAtMost">If everything unknown counted; null: no bound.</param>
/// <param name="ReachedOn">Day on which the sure count reached the limit.</param>
/// <param name="Unknown">What is not known.</param>
/// <param name="ClaimIds">The claims behind it, in order.</param>
internal sealed record Counted(string Subject, int Counter, int? CounterAtMost, DateOnly? ReachedOn, IReadOnlyCollection<string> Unknown, IReadOnlyList<string> ClaimIds);

/// <summary>Counts repairs, once with what is sure and once with what is possible; claims of one repair order, or of one day, are one repair.</summary>
internal sealed class Tally(string subject, int limit)
{
    private readonly Level certain = new(limit);
    private readonly Level possible = new(limit);
    private readonly SortedSet<string> unknown = new(StringComparer.Ordinal);
    private readonly List<(string ClaimId, bool IsCertain)> claims = [];

    public string Subject => subject;

    /// <summary>A repair that counts.</summary>
    public void Add(RepairEvent repair, Certainty certainty, string? notKnown = null) => Add(repair, certainty, notKnown, level => level.Count(repair));

    /// <summary>A further fault: it counts once, and only when all but one of the limit have been counted.</summary>
    public void AddFault(RepairEvent repair, Certainty certainty, string? notKnown = null) => Add(repair, certainty, notKnown, level => level.Fault(repair));

    public Counted Result()
    {
        // Claims that may count prove nothing where those that do suffice.
        var proof = claims.Where(one => one.IsCertain || certain.Value < limit).Select(one => one.ClaimId).Distinct(StringComparer.Ordinal);
        return new(subject, certain.Value, possible.Value, certain.ReachedOn, unknown, [.. proof]);
    }

    private void Add(RepairEvent repair, Certainty certainty, string? notKnown, Func<Level, bool> count)
    {
        if (certainty == Certainty.No)
        {
            return;
        }

        var mayCount = count(possible);
        var counts = certainty == Certainty.Certain && count(certain);
        if (mayCount || counts)
        {
            claims.Add((repair.ClaimId, certainty == Certainty.Certain));
            if (certainty == Certainty.Possible && notKnown is not null)
            {
                unknown.Add(notKnown);
            }
        }
    }

    private sealed class Level(int limit)
    {
        private readonly HashSet<string> orders = new(StringComparer.Ordinal);
        private DateOnly? lastDay;
        private bool hasFault;

        public int Value { get; private set; }

        public DateOnly? ReachedOn { get; private set; }

        /// <summary>Counts a repair; one that has been counted stays one. Returns whether it belongs to what is counted.</summary>
        public bool Count(RepairEvent repair)
        {
            if (!IsSame(repair))
            {
                Step(repair);
            }

            Remember(repair);
            return true;
        }

        public bool Fault(RepairEvent repair)
        {
            if (hasFault || Value < limit - 1 || IsSame(repair))
            {
                return false;
            }

            hasFault = true;
            Step(repair);
            Remember(repair);
            return true;
        }

        private bool IsSame(RepairEvent repair) =>
            lastDay == repair.HappenedOn || (repair.RepairOrderNo is { } order && orders.Contains(order));

        private void Step(RepairEvent repair)
        {
            Value++;
            ReachedOn ??= Value >= limit ? repair.HappenedOn : null;
        }

        private void Remember(RepairEvent repair)
        {
            lastDay = repair.HappenedOn;
            if (repair.RepairOrderNo is { } order)
            {
                orders.Add(order);
            }
        }
    }
}
