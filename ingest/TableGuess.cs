namespace ClaimInsights.Ingest;

/// <summary>Recognises the table of a file whose columns bear the contract's names, or known Chinese ones.</summary>
internal static class TableGuess
{
    /// <summary>The table of which the header has all required columns, and of several the one that requires most, then knows most.</summary>
    /// <exception cref="DeliveryException">No table fits, or the one that does would refuse a column.</exception>
    public static Table Of(DeliveryFile file, IReadOnlyList<string> header)
    {
        var fitting = Fitting(header);
        var closest = Closest(header);
        if (fitting is null || (Unknown(fitting, header).Count > 0 && closest != fitting && Missing(closest, header).Count > 0))
        {
            throw NothingFits(file, header, closest);
        }

        var unknown = Unknown(fitting, header);
        return unknown.Count == 0 ? fitting : throw new DeliveryException(
            $"{file.Name}, line 1: {(unknown.Count == 1 ? "the column " : "the columns ")}{Quoted(unknown)} {(unknown.Count == 1 ? "is" : "are")} not known in {fitting.Name}; expected {string.Join(", ", fitting.Columns.Select(column => column.Name))}. " +
            $"Rename it, or say what it means in a mapping ({Path.GetFileName(file.MappingPath)}; 'keep' takes it in as an attribute; claiminsights inspect suggests one)");
    }

    /// <summary>The table whose required columns the header has; null: none.</summary>
    public static Table? Fitting(IReadOnlyList<string> header) => Tables.All
        .Where(table => Missing(table, header).Count == 0)
        .OrderByDescending(table => table.RequiredColumns.Count())
        .ThenBy(table => HeaderNames.In(table, header).Count(name => name is null))
        .FirstOrDefault();

    /// <summary>The table that knows most of the header's columns.</summary>
    public static Table Closest(IReadOnlyList<string> header) =>
        Tables.All.MaxBy(table => HeaderNames.In(table, header).Count(name => name is not null))!;

    /// <summary>Whether a file needs no mapping.</summary>
    public static bool Bears(IReadOnlyList<string> header) =>
        Tables.All.Any(table => Missing(table, header).Count == 0 && Unknown(table, header).Count == 0);

    private static DeliveryException NothingFits(DeliveryFile file, IReadOnlyList<string> header, Table closest)
    {
        var known = HeaderNames.In(closest, header).Any(name => name is not null);
        var missing = Missing(closest, header);
        var mapping = $"in a mapping ({Path.GetFileName(file.MappingPath)}; claiminsights inspect suggests one)";
        return new DeliveryException(known
            ? $"{file.Name}, line 1: the required column {Quoted(missing)} of {closest.Name} is missing; found {Found(header)}. Add it, or say where its values come from {mapping}"
            : $"{file.Name}, line 1: no table of the contract has these columns: found {Found(header)}; expected the required columns of one of {string.Join(", ", Tables.All.Select(table => table.Name))}. Say what they mean {mapping}");
    }

    private static List<string> Missing(Table table, IReadOnlyList<string> header)
    {
        var named = HeaderNames.In(table, header);
        return [.. table.RequiredColumns.Select(column => column.Name).Where(name => !named.Contains(name) && !QueuedColumns.FillIn(table, name, named))];
    }

    private static List<string> Unknown(Table table, IReadOnlyList<string> header)
    {
        var named = HeaderNames.In(table, header);
        return table.TakesAttributes || QueuedColumns.IsSheet(table, named) ? []
            : [.. header.Where((name, index) => named[index] is null && HeaderNames.AttributeOf(table, name) is null)];
    }

    private static string Quoted(List<string> names) => string.Join(", ", names.Select(name => $"'{name}'"));

    private static string Found(IReadOnlyList<string> header) =>
        string.Join(", ", header.Take(12)) + (header.Count > 12 ? $" and {header.Count - 12} more" : "");
}
