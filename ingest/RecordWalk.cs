namespace ClaimInsights.Ingest;

/// <summary>Walks over one record, field by field.</summary>
internal ref struct RecordWalk(ReadOnlySpan<byte> bytes, byte delimiter, bool ended)
{
    private const byte Quote = (byte)'"';
    private readonly ReadOnlySpan<byte> bytes = bytes;
    private readonly byte delimiter = delimiter;
    private readonly bool ended = ended;
    private int at;

    public int Consumed { get; private set; }

    public int Length { get; private set; }

    public int Fields { get; private set; } = 1;

    /// <summary>No quote stands inside an unquoted field, and no blank around a value.</summary>
    public bool Plain { get; private set; } = true;

    public bool LoneCarriageReturn { get; private set; }

    /// <summary>The bytes ended inside a quoted field.</summary>
    public bool QuoteIsOpen { get; private set; }

    public Problem? Problem { get; private set; }

    /// <summary>Walks to the record's end or to its damage.</summary>
    /// <returns>False where the bytes end before that can be told.</returns>
    public bool Run()
    {
        while (true)
        {
            var state = OpensQuote() ? QuotedField() : PlainField();
            if (state is { } done)
            {
                return done;
            }

            Fields++;
        }
    }

    private bool OpensQuote()
    {
        if (at < bytes.Length && bytes[at] == Quote)
        {
            return true;
        }

        var quote = at;
        while (quote < bytes.Length && bytes[quote] == ' ' && delimiter != ' ')
        {
            quote++;
        }

        if (quote == at || quote == bytes.Length || bytes[quote] != Quote)
        {
            return false;
        }

        (at, Plain) = (quote, false);
        return true;
    }

    // Null: the field ended at a delimiter; true: the record ended or is damaged; false: more bytes are needed.
    private bool? PlainField()
    {
        while (true)
        {
            var found = bytes[at..].IndexOfAny(delimiter, (byte)'\n', (byte)'\r');
            var field = bytes[at..(found < 0 ? bytes.Length : at + found)];
            Plain &= !field.Contains(Quote) && !CsvFields.MayBeginOrEndBlank(field);
            at += field.Length;
            if (found < 0)
            {
                return EndOfBytes();
            }

            if (bytes[at] == delimiter)
            {
                at++;
                return null;
            }

            if (LineEnd() is { } done)
            {
                return done;
            }

            LoneCarriageReturn = true;
            at++;
        }
    }

    private bool? QuotedField()
    {
        at++;
        var begin = at;
        while (true)
        {
            var found = bytes[at..].IndexOf(Quote);
            if (found < 0 || (at + found + 1 == bytes.Length && !ended))
            {
                QuoteIsOpen = true;
                Problem = ended ? Ingest.Problem.UnterminatedQuote : null;
                return ended;
            }

            at += found + 1;
            if (at == bytes.Length || bytes[at] != Quote)
            {
                Plain &= !CsvFields.MayBeginOrEndBlank(bytes[begin..(at - 1)]);
                return AfterQuote();
            }

            at++;
        }
    }

    private bool? AfterQuote()
    {
        while (at < bytes.Length && bytes[at] == ' ' && delimiter != ' ')
        {
            at++;
            Plain = false;
        }

        if (at == bytes.Length)
        {
            return EndOfBytes();
        }

        if (bytes[at] == delimiter)
        {
            at++;
            return null;
        }

        if (bytes[at] is (byte)'\n' or (byte)'\r' && LineEnd() is { } done)
        {
            return done;
        }

        Problem = bytes[..at].Contains((byte)'\n') ? Ingest.Problem.UnterminatedQuote
            : bytes[at] == '\r' ? Ingest.Problem.LoneCarriageReturn
            : Ingest.Problem.TextAfterQuote;
        return true;
    }

    // True: the record ends here; false: more bytes are needed; null: a carriage return stands alone.
    private bool? LineEnd()
    {
        if (bytes[at] == '\n')
        {
            (Length, Consumed) = (at, at + 1);
            return true;
        }

        if (at + 1 == bytes.Length)
        {
            return ended ? null : false;
        }

        if (bytes[at + 1] != '\n')
        {
            return null;
        }

        (Length, Consumed) = (at, at + 2);
        return true;
    }

    private bool EndOfBytes()
    {
        (Length, Consumed) = (at, at);
        return ended;
    }
}
