namespace ClaimInsights.Ingest;

/// <summary>What a quarantined row says to who has to repair it: the problem, and what its column expects.</summary>
internal static class ProblemMessage
{
    public static string Of(Problem problem, Column? column)
    {
        var expected = column is null ? ""
            : problem == Problem.UnknownCode ? $"; expected one of {string.Join(", ", column.Codes)}"
            : problem == Problem.TooManyDecimals ? $"; expected at most {column.Scale}"
            : problem == Problem.OutOfRange ? "; expected " + Range(column)
            : "";
        return column is null ? problem.Meaning : $"{problem.Meaning}{expected} ({column.Meaning})";
    }

    private static string Range(Column column) => (column.Minimum, column.Maximum) switch
    {
        ({ } minimum, { } maximum) => $"{Sql.Number(minimum)} to {Sql.Number(maximum)}",
        ({ } minimum, null) => $"{Sql.Number(minimum)} or more, within {column.SqlType}",
        (null, { } maximum) => $"at most {Sql.Number(maximum)}",
        _ => "a number within " + column.SqlType,
    };
}
