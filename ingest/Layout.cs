namespace ClaimInsights.Ingest;

/// <summary>How the rows of one file become rows of a table: a text for every column that the file gives, and what is left out.</summary>
internal sealed record Layout(
    Table Table, IReadOnlyList<TextColumn> Columns, IReadOnlyList<TextColumn> Attributes, IReadOnlyList<string> LeftOut, (int Column, string By)? Split)
{
    /// <summary>Where the 11 characters go that a complaint file gives instead of a VIN.</summary>
    public const string VinPrefix = "vin_prefix";

    /// <summary>A file whose columns bear the contract's names, or known Chinese ones.</summary>
    public static Layout ByName(DeliveryFile file, IReadOnlyList<string> header, bool isWorkbook)
    {
        var table = TableGuess.Of(file, header);
        var named = HeaderNames.In(table, header);
        var columns = new List<TextColumn>();
        var attributes = new List<TextColumn>();
        var leftOut = new List<string>();
        var isSheet = QueuedColumns.IsSheet(table, named);
        for (var index = 0; index < header.Count; index++)
        {
            if (named[index] is { } name)
            {
                columns.Add(new TextColumn(name, TextExpressions.Named(table.Find(name)!, index, isTheContracts: name == header[index], isWorkbook)) { Cell = index });
            }
            else if (isSheet)
            {
                leftOut.Add(header[index]);
            }
            else
            {
                attributes.Add(new TextColumn(HeaderNames.AttributeOf(table, header[index]) ?? AttributeName.Of(header[index]), TextExpressions.Cell(index)) { Cell = index });
            }
        }

        DeliveryException Wrong(string what) => new($"{file.Name}, line 1: {what}. Rename it, or leave it out with a mapping");
        if (columns.GroupBy(column => column.Name, StringComparer.Ordinal).FirstOrDefault(group => group.Count() > 1) is { } twice)
        {
            throw Wrong($"the columns {string.Join(" and ", header.Where((_, index) => named[index] == twice.Key).Select(name => $"'{name}'"))} both mean {twice.Key}; expected one");
        }

        CheckAttributes(attributes, table, Wrong);
        return new Layout(table, columns, attributes, leftOut, null).WithVinPrefix();
    }

    /// <summary>A file with a mapping; refused before its first row where the two do not fit.</summary>
    public static Layout Mapped(DeliveryFile file, IReadOnlyList<string> header, Mapping mapping, bool isWorkbook)
    {
        DeliveryException Wrong(string found, string what) => new($"{mapping.File}: {found} (of {file.Name}). {what}");
        int IndexOf(string name)
        {
            var index = header.ToList().IndexOf(name);
            return index >= 0 ? index : throw Wrong(
                $"names the column '{name}', which the file lacks; found {string.Join(", ", header)}", "Repair the mapping, or ask for the column");
        }

        var columns = mapping.Columns.Select(column => TextExpressions.Mapped(column, IndexOf, isWorkbook)).ToList();
        var attributes = mapping.Keep.Select(name => new TextColumn(AttributeName.Of(name), TextExpressions.Cell(IndexOf(name))) { Cell = IndexOf(name) }).ToList();
        CheckAttributes(attributes, mapping.Table, name => Wrong("in 'keep', " + name, "Rename it in the file, or leave it out"));
        if (mapping.Split is { } split)
        {
            columns.Add(new TextColumn(split.Into, "_piece")
            {
                Doubts = [(Problem.TooManyPieces, "_too_many")],
            });
        }

        var used = mapping.Columns.SelectMany(column => column.From).Concat(mapping.Keep)
            .Concat(mapping.Split is null ? [] : [mapping.Split.Column]).ToHashSet(StringComparer.Ordinal);
        foreach (var dropped in mapping.Drop)
        {
            _ = IndexOf(dropped);
            if (used.Contains(dropped))
            {
                throw Wrong($"both uses and drops the column '{dropped}'", "Decide for one");
            }
        }

        var given = columns.Select(column => column.Name).ToHashSet(StringComparer.Ordinal);
        var missing = mapping.Table.RequiredColumns
            .Where(column => !given.Contains(column.Name) && !QueuedColumns.FillIn(mapping.Table, column.Name, given)).Select(column => $"'{column.Name}'").ToList();
        if (missing.Count > 0)
        {
            throw Wrong($"gives no value for the required column {string.Join(", ", missing)}", "Add it to 'columns', with 'from' or 'constant'");
        }

        return new Layout(
            mapping.Table,
            columns,
            attributes,
            [.. header.Where(name => !used.Contains(name))],
            mapping.Split is { } by ? (IndexOf(by.Column), by.By) : null).WithVinPrefix().WithPieces();
    }

    private static void CheckAttributes(List<TextColumn> attributes, Table table, Func<string, DeliveryException> wrong)
    {
        foreach (var attribute in attributes)
        {
            if (attribute.Name.Length == 0 || AttributeName.IsReserved(attribute.Name) || table.Find(attribute.Name) is not null)
            {
                throw wrong($"a further column would be called '{attribute.Name}', which {(attribute.Name.Length == 0 ? "is no name" : "the store uses itself")}");
            }
        }

        if (attributes.GroupBy(attribute => attribute.Name).FirstOrDefault(group => group.Count() > 1) is { } twice)
        {
            throw wrong($"two further columns would both be called '{twice.Key}'");
        }
    }

    // Claims only: an 11-character VIN is the prefix that complaint files give, and no broken VIN.
    private Layout WithVinPrefix()
    {
        if (Table != Tables.Claims || Columns.FirstOrDefault(column => column.Name == "vin") is not { } vin)
        {
            return this;
        }

        var isPrefix = $"length({vin.Expression}) = {Vin.PrefixLength} and regexp_full_match({vin.Expression}, '[{Vin.CharacterClass}]{{{Vin.PrefixLength}}}')";
        var prefix = $"case when {isPrefix} then {vin.Expression} end";
        var kept = Attributes.FirstOrDefault(attribute => attribute.Name == VinPrefix);
        return this with
        {
            Columns = [.. Columns.Select(column => column == vin ? column with { Expression = $"case when {isPrefix} then null else {vin.Expression} end" } : column)],
            Attributes =
            [
                .. Attributes.Where(attribute => attribute != kept),
                new TextColumn(VinPrefix, kept is null ? prefix : $"coalesce({kept.Expression}, {prefix})") { Cell = kept?.Cell },
            ],
        };
    }

    // The amounts belong to the claim as delivered: they stay on its first piece.
    private Layout WithPieces() => Split is null ? this : this with
    {
        Columns =
        [
            .. Columns.Select(column => column.Name == "claim_id"
                ? column with { Expression = $"{column.Expression} || '#' || _piece_number" }
                : column.Name.EndsWith("_amount", StringComparison.Ordinal)
                    ? column with { Expression = $"case when _piece_number > 1 and {column.Expression} is not null then '0' else {column.Expression} end" }
                    : column),
        ],
    };
}
