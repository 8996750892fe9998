using System.Text;

namespace ClaimInsights.Models.OwnTables;

/// <summary>The header line of a CSV table.</summary>
internal static class OwnHeader
{
    /// <summary>The names in it, unquoted and without blanks around them.</summary>
    public static IReadOnlyList<string> Split(string line, char delimiter)
    {
        var names = new List<string>();
        var name = new StringBuilder();
        var isQuoted = false;
        for (var i = 0; i < line.Length; i++)
        {
            if (line[i] == '"' && isQuoted && i + 1 < line.Length && line[i + 1] == '"')
            {
                name.Append('"');
                i++;
            }
            else if (line[i] == '"')
            {
                isQuoted = !isQuoted;
            }
            else if (line[i] == delimiter && !isQuoted)
            {
                names.Add(name.ToString().Trim());
                name.Clear();
            }
            else
            {
                name.Append(line[i]);
            }
        }

        names.Add(name.ToString().Trim());
        return names;
    }
}
