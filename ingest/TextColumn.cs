namespace ClaimInsights.Ingest;

/// <summary>One value of a delivered row as text, made from the file's columns.</summary>
/// <param name="Name">A column of the contract, or an attribute.</param>
/// <param name="Expression">SQL over the file's columns <c>c0</c>, <c>c1</c> …; null where the cell is empty.</param>
internal sealed record TextColumn(string Name, string Expression)
{
    /// <summary>The file's column whose text it is unchanged wherever that has the contract's own form; null where it is more than one column, or always made anew.</summary>
    public int? Cell { get; init; }

    /// <summary>Problems that the mapping finds while it makes the text, each with its SQL condition.</summary>
    public IReadOnlyList<(Problem Problem, string Condition)> Doubts { get; init; } = [];
}
