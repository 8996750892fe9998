using System.Globalization;

namespace ClaimInsights.Models.OwnTables;

/// <summary>Rows of a table, for training with label and time, for scoring without.</summary>
internal static class OwnTableReader
{
    private static readonly string[] PositiveWords = ["1", "1.0", "true", "yes", "y", "t"];
    private static readonly string[] NegativeWords = ["0", "0.0", "false", "no", "n", "f"];

    /// <summary>The rows to learn from, in the order of the file; rows without a label are left out, and the notes say how many.</summary>
    /// <exception cref="ModelException">A column is missing or holds what it should not.</exception>
    public static OwnRows ForTraining(OwnTableFile file, OwnTableRequest request, List<string> notes)
    {
        IReadOnlyList<string> drop = request.Drop ?? [], categories = request.Categories ?? [];
        file.TypeOf(request.Label, "--label");
        var time = Time(file, request.Time);
        var weight = request.Weight is null ? "1" : Weight(file, request.Weight);
        drop.ToList().ForEach(column => file.TypeOf(column, "--drop"));
        categories.ToList().ForEach(column => file.TypeOf(column, "--categories"));
        var positive = Positive(file, request, notes);
        HashSet<string> without = [request.Label, request.Time, .. drop, .. request.Weight is null ? [] : new[] { request.Weight }];
        var columns = OwnTableColumns.Of(file, without, categories.ToHashSet(StringComparer.Ordinal), notes);
        var label = OwnTableFile.Name(request.Label);
        return Read(file, columns, $"lower(cast({label} as varchar)) = '{positive.Replace("'", "''", StringComparison.Ordinal)}'", time, weight, $"where {label} is not null");
    }

    /// <summary>The rows to score, in the order of the file.</summary>
    /// <exception cref="ModelException">A column that the model looks at is missing, or holds text in place of numbers.</exception>
    public static OwnRows ForScoring(OwnTableFile file, IReadOnlyList<OwnColumn> columns)
    {
        var missing = columns.Where(column => file.Columns.All(one => one.Name != column.Name)).Select(column => column.Name).ToList();
        if (missing.Count > 0)
        {
            throw new ModelException($"{file.Path}: the model looks at {string.Join(", ", missing)}, which the file does not have; expected every column of the training but label, time and dropped ones. Add {(missing.Count > 1 ? "them" : "it")}, empty if unknown");
        }

        foreach (var column in columns.Where(column => column.IsNumber && file.TypeOf(column.Name, "") != OwnCellType.Number))
        {
            using var reader = file.Query($"select count(*) from cells where {OwnTableFile.Name(column.Name)} is not null and not ({OwnTableColumns.IsNumber(column.Name)})");
            _ = reader.Read();
            if (reader.GetInt64(0) > 0)
            {
                throw OwnTableColumns.TextAmongNumbers(file, column.Name, "a number to the model", "Mend it, or leave the cell empty");
            }
        }

        return Read(file, columns, "false", "0", "1", "");
    }

    private static OwnRows Read(OwnTableFile file, IReadOnlyList<OwnColumn> columns, string label, string time, string weight, string where)
    {
        var cells = columns.Select(column => column.IsNumber
            ? $"coalesce(cast({OwnTableFile.Name(column.Name)} as double), 'nan'::double)"
            : $"cast({OwnTableFile.Name(column.Name)} as varchar)");
        var levels = columns.Select(column => column.Levels?.Select((level, i) => (level, i)).ToDictionary(one => one.level, one => (float)one.i, StringComparer.Ordinal)).ToArray();
        var values = columns.Select(_ => new List<float>()).ToArray();
        List<bool> labels = [];
        List<double> times = [];
        List<float> weights = [];
        using var reader = file.Query($"select {label}, cast({time} as double), cast({weight} as double), {string.Join(", ", cells)} from cells {where}");
        while (reader.Read())
        {
            labels.Add(reader.GetBoolean(0));
            times.Add(reader.GetDouble(1));
            weights.Add((float)reader.GetDouble(2));
            for (var i = 0; i < values.Length; i++)
            {
                values[i].Add(levels[i] is { } known
                    ? reader.IsDBNull(i + 3) ? float.NaN : known.GetValueOrDefault(reader.GetString(i + 3), OwnColumn.OtherLevel)
                    : (float)reader.GetDouble(i + 3));
            }
        }

        return new(columns, [.. values.Select(column => column.ToArray())], [.. labels], [.. times], [.. weights]);
    }

    /// <summary>SQL of the time as a number that orders.</summary>
    private static string Time(OwnTableFile file, string column)
    {
        var name = OwnTableFile.Name(column);
        var type = file.TypeOf(column, "--time");
        var moment = $"coalesce(try_cast({name} as timestamp), try_strptime({name}, ['%Y/%m/%d', '%Y.%m.%d', '%Y-%m', '%Y/%m']))";
        var (isIt, value) = type switch
        {
            OwnCellType.Moment => ("true", $"epoch({name})"),
            OwnCellType.Number => ($"isfinite({name})", name),
            _ => Is(file, column, OwnTableColumns.IsNumber(column)) ? ("true", name) : ($"{moment} is not null", $"epoch({moment})"),
        };
        var (row, found) = file.First(column, $"{name} is null or not ({isIt})");
        return row == 0 ? value
            : throw new ModelException(string.Create(CultureInfo.InvariantCulture,
                $"{file.Path}, row {row}: '{column}' (--time) is {(found.Length == 0 ? "empty" : $"'{found}'")}; expected a date (yyyy-MM-dd), a moment or a number in every row. Fill it in, or leave the row out"));
    }

    private static string Weight(OwnTableFile file, string column)
    {
        var name = OwnTableFile.Name(column);
        file.TypeOf(column, "--weight");
        var (row, found) = file.First(column, $"{name} is null or not ({OwnTableColumns.IsNumber(column)}) or try_cast({name} as double) < 0");
        return row == 0 ? name
            : throw new ModelException(string.Create(CultureInfo.InvariantCulture,
                $"{file.Path}, row {row}: '{column}' (--weight) is {(found.Length == 0 ? "empty" : $"'{found}'")}; expected a number of at least 0 in every row. Fill it in, or leave the row out"));
    }

    private static bool Is(OwnTableFile file, string column, string condition)
    {
        using var reader = file.Query($"select count(*) from cells where {OwnTableFile.Name(column)} is not null and not ({condition})");
        _ = reader.Read();
        return reader.GetInt64(0) == 0;
    }

    /// <summary>The label's positive value in lower case.</summary>
    private static string Positive(OwnTableFile file, OwnTableRequest request, List<string> notes)
    {
        var name = OwnTableFile.Name(request.Label);
        var values = new List<(string Value, long Rows)>();
        long unlabelled = 0;
        using (var reader = file.Query($"select lower(cast({name} as varchar)) as value, count(*) as rows from cells group by value order by rows, value limit 20"))
        {
            while (reader.Read())
            {
                if (reader.IsDBNull(0))
                {
                    unlabelled = reader.GetInt64(1);
                }
                else
                {
                    values.Add((reader.GetString(0), reader.GetInt64(1)));
                }
            }
        }

        if (values.Count != 2)
        {
            var found = values.Count == 0 ? "it is empty" : values.Count == 1 ? $"every row says '{values[0].Value}'" : $"more than two values ({string.Join(", ", values.Take(5).Select(one => $"'{one.Value}'"))}, …)";
            throw new ModelException($"{file.Path}: '{request.Label}' (--label) is to have two values, {found}; expected 0 and 1, true and false, or any two values, both present. Name another column, or add rows of the other kind");
        }

        if (unlabelled > 0)
        {
            notes.Add(string.Create(CultureInfo.InvariantCulture, $"{unlabelled} rows without a label left out"));
        }

        if (request.Positive is { } asked)
        {
            return values.Find(one => string.Equals(one.Value, asked, StringComparison.OrdinalIgnoreCase)).Value
                ?? throw new ModelException($"{file.Path}: '{request.Label}' has the values '{values[0].Value}' and '{values[1].Value}', not '{asked}' (--positive). Name one of them");
        }

        var known = values.Where(one => PositiveWords.Contains(one.Value)).ToList();
        if (known.Count == 1 && NegativeWords.Contains(values.First(one => one != known[0]).Value))
        {
            return known[0].Value;
        }

        notes.Add($"'{values[0].Value}', the rarer value of {request.Label}, counts as positive; --positive says otherwise");
        return values[0].Value;
    }
}
