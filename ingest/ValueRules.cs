namespace ClaimInsights.Ingest;

/// <summary>The rules that follow from a column's type, range and codes; nothing is rounded, cut or cast silently.</summary>
internal static class ValueRules
{
    /// <summary>What a number looks like: a sign, digits and one point.</summary>
    public const string NumberPattern = @"[+-]?[0-9]+(\.[0-9]+)?";

    private const string WholePattern = "[+-]?[0-9]+";

    public static IEnumerable<Rule> Of(Table table, Column column, bool isGiven, VehicleNames names)
    {
        if (column.Required && !Openness.MayBeMissing(table, column))
        {
            yield return new Rule(Problem.MissingValue, column.Name, $"{Rule.Text(column.Name)} is null" + Openness.RequiredOnlyIf(table, column));
        }

        foreach (var rule in isGiven ? OfType(column, Rule.Text(column.Name), Rule.Value(column.Name), names) : [])
        {
            yield return rule;
        }
    }

    /// <summary>
    /// SQL that is true only where no rule of the column is broken, and quick to find out: rows for which it holds for every column are
    /// spared the rules themselves. Where it is not true, the rules decide.
    /// </summary>
    public static string Sound(Table table, Column column, bool isGiven, VehicleNames names)
    {
        var text = Rule.Text(column.Name);
        var value = Rule.Value(column.Name);
        var mayBeEmpty = !column.Required || Openness.MayBeMissing(table, column);
        if (!isGiven)
        {
            return mayBeEmpty || column.Default is not null ? "true" : "false";
        }

        var sound = column.Type switch
        {
            ColumnType.Vin => $"regexp_full_match({text}, '{names.Pattern}')",
            ColumnType.Code => $"{text} in ({Sql.TextList(column.Codes)})",
            ColumnType.Bool => $"{text} in ('true', 'false', '1', '0')",
            ColumnType.Date => $"cast({value} as varchar) = {text} and {value} >= date '1990-01-01'",
            ColumnType.Timestamp => $"length({text}) = 19 and cast({value} as varchar) = replace({text}, 'T', ' ') and {value} >= date '1990-01-01'",
            ColumnType.Int => Sql.All([$"cast({value} as varchar) = {text}", .. Within(column, value)]),
            ColumnType.Decimal when column.Scale > 0 => Sql.All(
                [$"cast({value} as varchar) = {text} or regexp_full_match({text}, '{DecimalPattern(column)}')", .. Within(column, value)]),
            ColumnType.Decimal or ColumnType.Real => "false",
            _ => "true",
        };
        return mayBeEmpty ? $"{text} is null or ({sound})" : $"{text} is not null and ({sound})";
    }

    /// <summary>SQL that reads the value from its text; wrong for texts that the rules refuse, and never used for those.</summary>
    public static string Read(Column column)
    {
        var text = Rule.Text(column.Name);
        return column.Type == ColumnType.Date ? $"case when length({text}) = 10 then try_cast({text} as date) end"
            : column.SqlType == "VARCHAR" ? text
            : $"try_cast({text} as {column.SqlType})";
    }

    private static IEnumerable<Rule> OfType(Column column, string text, string value, VehicleNames names) => column.Type switch
    {
        ColumnType.Vin => [new(Problem.BadVin, column.Name, $"not regexp_full_match({text}, '{names.Pattern}')")],
        ColumnType.Code => [new(Problem.UnknownCode, column.Name, $"{text} not in ({Sql.TextList(column.Codes)})")],
        ColumnType.Bool => [new(Problem.NotABool, column.Name, $"{text} not in ('true', 'false', '1', '0')")],
        ColumnType.Date => DateRules(column, text, value),
        ColumnType.Timestamp => TimestampRules(column, text, value),
        ColumnType.Int or ColumnType.Decimal or ColumnType.Real => NumberRules(column, text, value),
        _ => [],
    };

    // Written back, a value that was read exactly is its text again: infinity, 2020-1-5 and times are not.
    private static IEnumerable<Rule> DateRules(Column column, string text, string value)
    {
        var sound = $"(length({text}) = 10 and cast({value} as varchar) is not distinct from {text})";
        yield return new Rule(Problem.NotADate, column.Name, $"{text} is not null and not {sound}");
        yield return new Rule(Problem.DateBefore1990, column.Name, $"{sound} and {value} < date '1990-01-01'");
    }

    private static IEnumerable<Rule> TimestampRules(Column column, string text, string value)
    {
        var full = $"length({text}) = 19 and cast({value} as varchar) is not distinct from replace({text}, 'T', ' ')";
        var sound = $"(({full}) or (length({text}) = 10 and cast({value} as varchar) is not distinct from {text} || ' 00:00:00'))";
        yield return new Rule(Problem.NotATimestamp, column.Name, $"{text} is not null and not {sound}");
        yield return new Rule(Problem.DateBefore1990, column.Name, $"{sound} and {value} < date '1990-01-01'");
    }

    private static IEnumerable<Rule> NumberRules(Column column, string text, string value)
    {
        // The comparison spares most values the regular expression.
        var canonical = $"coalesce(cast({value} as varchar) = {text}, false)";
        var isNumber = column.Type == ColumnType.Real ? $"regexp_full_match({text}, '{NumberPattern}')" : $"({canonical} or regexp_full_match({text}, '{NumberPattern}'))";
        yield return new Rule(Problem.NotANumber, column.Name, $"{text} is not null and not {isNumber}");
        var fits = isNumber;
        if (column.Type == ColumnType.Int)
        {
            fits = $"({canonical} or regexp_full_match({text}, '{WholePattern}'))";
            yield return new Rule(Problem.NotWhole, column.Name, $"not {fits} and {isNumber}");
        }
        else if (column.Type == ColumnType.Decimal)
        {
            fits = $"({canonical} or regexp_full_match({text}, '{DecimalPattern(column)}'))";
            yield return new Rule(Problem.TooManyDecimals, column.Name, $"not {fits} and {isNumber}");
        }

        yield return new Rule(Problem.OutOfRange, column.Name, $"{fits} and not ({Sql.All([$"{value} is not null", .. Within(column, value)])})");
    }

    private static string DecimalPattern(Column column) =>
        column.Scale == 0 ? WholePattern : $@"[+-]?[0-9]+(\.[0-9]{{1,{column.Scale}}})?";

    private static IEnumerable<string> Within(Column column, string value)
    {
        if (column.Minimum is { } minimum)
        {
            yield return $"{value} >= {Sql.Number(minimum)}";
        }

        if (column.Maximum is { } maximum)
        {
            yield return $"{value} <= {Sql.Number(maximum)}";
        }
    }
}
