namespace ClaimInsights.Models.OwnTables;

/// <summary>What the cells of a column hold before it is known whether they are numbers or categories.</summary>
internal enum OwnCellType
{
    /// <summary>Text, in which numbers may hide.</summary>
    Text,

    /// <summary>Numbers.</summary>
    Number,

    /// <summary>Days or moments.</summary>
    Moment,

    /// <summary>Lists and the like, which no model looks at.</summary>
    Other,
}
