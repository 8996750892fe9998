namespace ClaimInsights.Ingest;

/// <summary>One kind of problem for which a row is quarantined.</summary>
/// <param name="Code">Its name in quarantine and receipts, lower_snake_case; never changes its meaning.</param>
/// <param name="Meaning">What was wrong, in one sentence for who has to repair it.</param>
public sealed record Problem(string Code, string Meaning)
{
    /// <summary>A record has more or fewer fields than the header.</summary>
    public static Problem WrongColumnCount { get; } = new("wrong_column_count", "the row has more or fewer fields than the header");

    /// <summary>A quoted field is not closed on its line, nor properly later.</summary>
    public static Problem UnterminatedQuote { get; } = new("unterminated_quote", "a quoted field is not closed");

    /// <summary>Text follows a closing quote.</summary>
    public static Problem TextAfterQuote { get; } = new("text_after_quote", "text follows a closing quote; double the quotes inside a quoted field");

    /// <summary>A carriage return without a line feed.</summary>
    public static Problem LoneCarriageReturn { get; } = new("lone_carriage_return", "a carriage return stands without a line feed");

    /// <summary>A byte of value zero.</summary>
    public static Problem NulByte { get; } = new("nul_byte", "the row holds a NUL byte");

    /// <summary>Bytes that are not UTF-8.</summary>
    public static Problem InvalidBytes { get; } = new("invalid_bytes", "the row holds bytes that are not of the file's encoding; see inspect, and --encoding where another is meant");

    /// <summary>A record beyond the reader's limit of 1 MiB.</summary>
    public static Problem RowTooLong { get; } = new("row_too_long", "the row is longer than 1,048,575 bytes");

    /// <summary>A line of JSON lines that is no object, or has a key twice.</summary>
    public static Problem NotJson { get; } = new("not_json", "the line is not one JSON object with each key once");

    /// <summary>A workbook's number beyond what it can hold.</summary>
    public static Problem ImpreciseNumber { get; } = new("number_beyond_15_digits", "the workbook holds a number of more than 15 digits, of which it keeps 15 only; enter long codes as text");

    /// <summary>A field to be split has more pieces than are numbered.</summary>
    public static Problem TooManyPieces { get; } = new("too_many_pieces", "the field splits into more than 4,095 pieces");

    /// <summary>An empty cell in a required column.</summary>
    public static Problem MissingValue { get; } = new("missing_value", "a value is required");

    /// <summary>Not a sign, digits and at most one point.</summary>
    public static Problem NotANumber { get; } = new("not_a_number", "expected a number: a sign, digits and one point, without exponent, underscore or unit");

    /// <summary>A fraction where the column holds whole numbers.</summary>
    public static Problem NotWhole { get; } = new("not_whole", "expected a whole number; nothing is rounded");

    /// <summary>More decimals than the column holds.</summary>
    public static Problem TooManyDecimals { get; } = new("too_many_decimals", "more decimals than the column holds; nothing is rounded");

    /// <summary>A number outside the column's range, or beyond what it can hold.</summary>
    public static Problem OutOfRange { get; } = new("out_of_range", "the number lies outside the column's range");

    /// <summary>Not a calendar day in the form yyyy-MM-dd.</summary>
    public static Problem NotADate { get; } = new("not_a_date", "expected a calendar day as yyyy-MM-dd, without a time");

    /// <summary>Not a moment in the form yyyy-MM-dd or yyyy-MM-ddTHH:mm:ss.</summary>
    public static Problem NotATimestamp { get; } = new("not_a_timestamp", "expected a moment as yyyy-MM-dd or yyyy-MM-ddTHH:mm:ss");

    /// <summary>A date before 1990-01-01.</summary>
    public static Problem DateBefore1990 { get; } = new("date_before_1990", "no date lies before 1990-01-01");

    /// <summary>Not true, false, 1 or 0.</summary>
    public static Problem NotABool { get; } = new("not_a_bool", "expected true, false, 1 or 0");

    /// <summary>A code outside the column's list.</summary>
    public static Problem UnknownCode { get; } = new("unknown_code", "the code is not in the column's list");

    /// <summary>A value that the mapping's values do not translate.</summary>
    public static Problem UnmappedValue { get; } = new("unmapped_value", "the mapping translates no such value; add it to 'values'");

    /// <summary>Not a vehicle identification number.</summary>
    public static Problem BadVin { get; } = new("bad_vin", "expected 17 characters A-Z and 0-9 without I, O and Q, in capitals");

    /// <summary>A vehicle that was removed from the store.</summary>
    public static Problem ForgottenVehicle { get; } = new("forgotten_vehicle", "the store was told to forget this vehicle; its rows are neither kept nor shown");

    /// <summary>A later stage before an earlier one.</summary>
    public static Problem DateOrder { get; } = new("date_order", "the date lies before one that it must follow");

    /// <summary>A date after the delivery's as-of date.</summary>
    public static Problem DateAfterAsOf { get; } = new("date_after_as_of", "the date lies after the delivery's as-of date");

    /// <summary>approved_amount exceeds claimed_amount.</summary>
    public static Problem ApprovedExceedsClaimed { get; } = new("approved_exceeds_claimed", "approved_amount exceeds claimed_amount");

    /// <summary>The four amounts do not add up to claimed_amount.</summary>
    public static Problem AmountsDoNotAddUp { get; } = new("amounts_do_not_add_up", "parts, labour, sublet and other amount do not add up to claimed_amount (± 0.01)");

    /// <summary>A rejected or partly paid claim without a reason.</summary>
    public static Problem MissingReason { get; } = new("missing_rejection_reason", "a rejected or partly paid claim needs a rejection_reason");

    /// <summary>A review sheet that the store has not given out.</summary>
    public static Problem UnknownSheet { get; } = new("unknown_sheet", "no review sheet of this sheet_id was exported from this store, and the row does not say itself how it was selected");

    /// <summary>A claim version that is not on the review sheet that the row names.</summary>
    public static Problem NotOnSheet { get; } = new("not_on_sheet", "the review sheet of this sheet_id does not hold this claim_id and version");

    /// <summary>A known key with other content, where content must not change.</summary>
    public static Problem Conflict { get; } = new("conflicting_row", "the same key is known with another value here; a correction of a claim needs a higher version");

    /// <summary>Two different rows of one key in one delivery.</summary>
    public static Problem ConflictInDelivery { get; } = new("conflict_in_delivery", "the delivery holds different rows of this key, and no changed_on says which is later");

    /// <summary>Every problem there is, in the order in which they are looked for.</summary>
    public static IReadOnlyList<Problem> All { get; } =
    [
        WrongColumnCount, UnterminatedQuote, TextAfterQuote, LoneCarriageReturn, NulByte, InvalidBytes, RowTooLong, NotJson, ImpreciseNumber, TooManyPieces,
        MissingValue, NotANumber, NotWhole, TooManyDecimals, OutOfRange, NotADate, NotATimestamp, DateBefore1990, NotABool, UnknownCode,
        UnmappedValue, BadVin, ForgottenVehicle, DateOrder, DateAfterAsOf, ApprovedExceedsClaimed, AmountsDoNotAddUp, MissingReason, UnknownSheet, NotOnSheet,
        Conflict, ConflictInDelivery,
    ];
}
