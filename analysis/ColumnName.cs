using System.Text;

namespace ClaimInsights.Analysis;

/// <summary>Names of record properties as columns are named: <c>CausalPart</c> is <c>causal_part</c>, <c>Reason1Effect</c> is <c>reason_1_effect</c>.</summary>
public static class ColumnName
{
    /// <summary>The lower_snake_case form of a PascalCase name.</summary>
    public static string Of(string property)
    {
        ArgumentNullException.ThrowIfNull(property);
        var name = new StringBuilder(property.Length + 8);
        for (var i = 0; i < property.Length; i++)
        {
            var starts = char.IsUpper(property[i]) || (char.IsDigit(property[i]) && i > 0 && !char.IsDigit(property[i - 1]));
            if (starts && i > 0)
            {
                name.Append('_');
            }

            name.Append(char.ToLowerInvariant(property[i]));
        }

        return name.ToString();
    }
}
