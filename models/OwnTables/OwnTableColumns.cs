using System.Globalization;

namespace ClaimInsights.Models.OwnTables;

/// <summary>Which columns are numbers and which are categories, and which no model can look at.</summary>
internal static class OwnTableColumns
{
    /// <summary>Levels of a category that are told apart; the rest is "other".</summary>
    private const int MostLevels = 1000;

    /// <summary>So many different numbers in a column are measurements, not codes.</summary>
    private const int MostCodes = 50;

    /// <summary>The columns to look at.</summary>
    /// <param name="file">The table.</param>
    /// <param name="without">Columns that are not inputs.</param>
    /// <param name="categories">Columns that are categories in any case.</param>
    /// <param name="notes">What is left out, and why.</param>
    /// <exception cref="ModelException">Text among numbers, a constant column, or none left.</exception>
    public static IReadOnlyList<OwnColumn> Of(OwnTableFile file, IReadOnlySet<string> without, IReadOnlySet<string> categories, List<string> notes)
    {
        var counts = Count(file, [.. file.Columns.Select(one => one.Name).Where(name => !without.Contains(name))]);
        var constant = counts.Where(one => one.Distinct + (one.Filled < one.Rows ? 1 : 0) <= 1).Select(one => one.Name).ToList();
        if (constant.Count > 0)
        {
            throw new ModelException(
                $"{file.Path}: {Listed(constant)} the same value in every row (or none); expected columns that differ. Leave {(constant.Count > 1 ? "them" : "it")} out: --drop {string.Join(',', constant)}");
        }

        var columns = counts.Select(one => Of(file, one, categories.Contains(one.Name), notes)).OfType<OwnColumn>().ToList();
        return columns.Count > 0 ? columns
            : throw new ModelException($"{file.Path}: no column is left to learn from; expected at least one number or category besides label, time and weight");
    }

    private static OwnColumn? Of(OwnTableFile file, Counts counts, bool isCategory, List<string> notes)
    {
        if (counts.Type == OwnCellType.Other || (counts.Type == OwnCellType.Moment && !isCategory) || (counts.Moments == counts.Filled && counts.Numbers == 0 && !isCategory))
        {
            notes.Add($"{counts.Name} left out: {(counts.Type == OwnCellType.Other ? "neither a number nor a category" : "a date; give what it says as a number, such as days before the row's time")}");
            return null;
        }

        if (!isCategory && counts.Numbers == counts.Filled)
        {
            return new(counts.Name, null);
        }

        if (!isCategory && counts.Numbers * 2 >= counts.Filled && (counts.Numbers * 20 >= counts.Filled * 19 || counts.DistinctNumbers > MostCodes))
        {
            throw TextAmongNumbers(file, counts.Name, string.Create(CultureInfo.InvariantCulture,
                $"a number in {counts.Numbers} of {counts.Filled} rows"), $"Mend it, or use the column as categories: --categories {counts.Name}, or leave it out: --drop {counts.Name}");
        }

        if (counts.Distinct > MostLevels / 5 && counts.Distinct * 2 > counts.Filled)
        {
            notes.Add(string.Create(CultureInfo.InvariantCulture, $"{counts.Name} left out: {counts.Distinct} different texts in {counts.Filled} rows are no categories"));
            return null;
        }

        return new(counts.Name, Levels(file, counts.Name));
    }

    /// <summary>A text where numbers are expected.</summary>
    public static ModelException TextAmongNumbers(OwnTableFile file, string column, string found, string remedy)
    {
        var (row, value) = file.First(column, $"{OwnTableFile.Name(column)} is not null and not ({IsNumber(column)})");
        return new(string.Create(CultureInfo.InvariantCulture, $"{file.Path}, row {row}: '{column}' is {found}, here it is '{value}'; expected a number or an empty cell. {remedy}"));
    }

    /// <summary>SQL: the cell is a finite number.</summary>
    public static string IsNumber(string column) =>
        $"regexp_full_match(cast({OwnTableFile.Name(column)} as varchar), '{OwnTableFile.NumberPattern}') and isfinite(try_cast({OwnTableFile.Name(column)} as double))";

    private static string Listed(List<string> names) =>
        names.Count == 1 ? $"the column '{names[0]}' holds" : $"the columns {string.Join(", ", names.Select(name => $"'{name}'"))} hold";

    private static string[] Levels(OwnTableFile file, string column)
    {
        var name = OwnTableFile.Name(column);
        var levels = new List<string>();
        using var reader = file.Query($"select cast({name} as varchar) as level, count(*) as rows from cells where {name} is not null group by level order by rows desc, level limit {MostLevels}");
        while (reader.Read())
        {
            levels.Add(reader.GetString(0));
        }

        return [.. levels];
    }

    /// <summary>
    /// What every column holds, in one look at the file; of those that are not numbers throughout, how many different texts and numbers, and how many dates: exact counts of
    /// different values hold every value in memory, so that they are taken a few columns at a time.
    /// </summary>
    private static List<Counts> Count(OwnTableFile file, IReadOnlyList<string> names)
    {
        var first = Numbers(file, names, column =>
        {
            var (name, type) = (OwnTableFile.Name(column), file.TypeOf(column, ""));
            var number = type == OwnCellType.Text ? $"count(*) filter ({IsNumber(column)})" : type == OwnCellType.Number ? $"count(*) filter (isfinite({name}))" : "0";
            return ["count(*)", $"count({name})", number, $"case when min({name}) = max({name}) then 1 else 2 end"];
        });
        string[] others = [.. names.Where((_, i) => first[i] is [_, var filled, var numbers, _] && numbers != filled)];
        var second = others.Chunk(8).SelectMany(chunk => Numbers(file, chunk, column =>
        {
            var (name, type) = (OwnTableFile.Name(column), file.TypeOf(column, ""));
            var moment = type == OwnCellType.Text ? $"count(try_cast({name} as timestamp))" : type == OwnCellType.Moment ? $"count({name})" : "0";
            return [moment, $"count(distinct {name})", type == OwnCellType.Text ? $"count(distinct {name}) filter ({IsNumber(column)})" : "0"];
        })).ToList();
        return
        [
            .. names.Select((name, i) => Array.IndexOf(others, name) is >= 0 and var at
                ? new Counts(name, file.TypeOf(name, ""), first[i][0], first[i][1], first[i][2], second[at][0], second[at][1], second[at][2])
                : new Counts(name, file.TypeOf(name, ""), first[i][0], first[i][1], first[i][2], 0, first[i][1] == 0 ? 0 : first[i][3], 0)),
        ];
    }

    /// <summary>Some counts of each column, in one query.</summary>
    private static List<long[]> Numbers(OwnTableFile file, IReadOnlyList<string> names, Func<string, string[]> counts)
    {
        var asked = names.Select(counts).ToList();
        using var reader = file.Query($"select {string.Join(", ", asked.SelectMany(each => each).Select(one => $"cast({one} as bigint)"))} from cells");
        _ = reader.Read();
        var at = 0;
        return [.. asked.Select(each => each.Select(_ => reader.GetInt64(at++)).ToArray())];
    }

    /// <summary>What a column holds; of one that holds numbers alone, <c>Distinct</c> is 2 where they differ at all.</summary>
    private sealed record Counts(string Name, OwnCellType Type, long Rows, long Filled, long Numbers, long Moments, long Distinct, long DistinctNumbers);
}
