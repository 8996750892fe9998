using System.Text;

namespace ClaimInsights.Ingest;

/// <summary>Names of attributes: <c>ModelYear</c>, <c>Model Year</c> and <c>model-year</c> are all <c>model_year</c>.</summary>
internal static class AttributeName
{
    private static readonly string[] Reserved = ["delivery_id", "closed_month"];

    /// <summary>The name in lower_snake_case; empty where nothing of it is a letter or digit.</summary>
    public static string Of(string header)
    {
        var name = new StringBuilder();
        for (var i = 0; i < header.Length; i++)
        {
            var character = header[i];
            if (!char.IsLetterOrDigit(character))
            {
                Separate(name);
                continue;
            }

            var begins = char.IsUpper(character) && i > 0
                && (char.IsLower(header[i - 1]) || char.IsDigit(header[i - 1]) || (i + 1 < header.Length && char.IsUpper(header[i - 1]) && char.IsLower(header[i + 1])));
            if (begins)
            {
                Separate(name);
            }

            name.Append(char.ToLowerInvariant(character));
        }

        return name.ToString().Trim('_');
    }

    /// <summary>Whether the store uses the name itself.</summary>
    public static bool IsReserved(string name) => Reserved.Contains(name, StringComparer.Ordinal);

    private static void Separate(StringBuilder name)
    {
        if (name.Length > 0 && name[^1] != '_')
        {
            name.Append('_');
        }
    }
}
