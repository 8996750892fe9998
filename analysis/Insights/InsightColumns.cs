using System.Reflection;

namespace ClaimInsights.Analysis.Insights;

/// <summary>One column of an insight table: a constructor parameter of its record.</summary>
/// <param name="Name">lower_snake_case.</param>
/// <param name="Property">The record's property of the same name.</param>
/// <param name="MayBeNull">The property may be null: not computed, or not known.</param>
internal sealed record InsightColumn(string Name, PropertyInfo Property, bool MayBeNull)
{
    /// <summary>The type without its nullability.</summary>
    public Type Type => Nullable.GetUnderlyingType(Property.PropertyType) ?? Property.PropertyType;
}

/// <summary>The columns of the insight table that a record stands for, in order.</summary>
internal static class InsightColumns
{
    public static IReadOnlyList<InsightColumn> Of<TRow>()
    {
        var nullability = new NullabilityInfoContext();
        return
        [
            .. typeof(TRow).GetConstructors().MaxBy(one => one.GetParameters().Length)!.GetParameters()
                .Select(parameter => typeof(TRow).GetProperty(parameter.Name!)!)
                .Select(property => new InsightColumn(
                    ColumnName.Of(property.Name), property, nullability.Create(property).ReadState == NullabilityState.Nullable)),
        ];
    }
}
