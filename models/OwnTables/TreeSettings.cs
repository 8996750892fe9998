namespace ClaimInsights.Models.OwnTables;

/// <summary>How trees are grown.</summary>
/// <param name="Leaves">Leaves of a tree; 2 sees one input at a time, 4 pairs.</param>
/// <param name="Trees">Trees in a bag.</param>
/// <param name="FewestRows">Fewest rows in a leaf.</param>
/// <param name="LearningRate">Share of each tree's step that is taken.</param>
/// <param name="InputShare">Share of the inputs that a tree may look at.</param>
public sealed record TreeSettings(int Leaves, int Trees, int FewestRows, double LearningRate, double InputShare);
