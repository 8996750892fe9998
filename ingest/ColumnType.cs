namespace ClaimInsights.Ingest;

/// <summary>What a column of a delivery holds; decides how its text is judged and how it is stored.</summary>
public enum ColumnType
{
    /// <summary>Any text, stored as UTF-8.</summary>
    Text,

    /// <summary>A vehicle identification number: 17 characters, no I, O or Q; see <see cref="Vin"/>.</summary>
    Vin,

    /// <summary>One of a closed list of lower_snake_case codes.</summary>
    Code,

    /// <summary>A calendar day, ISO <c>yyyy-MM-dd</c>, never before 1990-01-01.</summary>
    Date,

    /// <summary>A moment, ISO <c>yyyy-MM-dd</c> with an optional <c>THH:mm:ss</c>; a day alone is its midnight.</summary>
    Timestamp,

    /// <summary>A whole number.</summary>
    Int,

    /// <summary>An exact decimal number of at most 18 digits, with as many decimals as the column holds.</summary>
    Decimal,

    /// <summary>A number of floating precision, for probabilities only.</summary>
    Real,

    /// <summary>true, false, 1 or 0.</summary>
    Bool,
}
