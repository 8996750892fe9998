using System.Text.RegularExpressions;
using DuckDB.NET.Data;

namespace ClaimInsights.Ingest;

/// <summary>
/// How a store calls vehicles: by VIN or by pseudonym, and which it must not call at all. Every text on its way into the store passes here:
/// the VIN's column, its mention in free text and attributes, its mention in other columns of its own row, and raw lines that are set aside.
/// </summary>
internal sealed partial class VehicleNames
{
    /// <summary>Names of the functions that the engine knows after <see cref="Register"/>.</summary>
    private const string CellFunction = "vehicle_cell", TextFunction = "vehicle_text", ForgottenFunction = "vehicle_is_forgotten";

    // What people write: a VIN may stand anywhere in it.
    private static readonly string[] FreeTexts = ["rejection_note", "complaint", "cause", "correction", "note"];

    private readonly Pseudonyms? pseudonyms;
    private readonly IReadOnlyList<ForgottenVehicle> forgotten;

    private VehicleNames(Pseudonyms? pseudonyms, IReadOnlyList<ForgottenVehicle> forgotten) => (this.pseudonyms, this.forgotten) = (pseudonyms, forgotten);

    /// <summary>VINs as they are, none of them forgotten.</summary>
    public static VehicleNames Plain { get; } = new(null, []);

    /// <summary>Whether texts go into the store as they are.</summary>
    public bool IsPlain => pseudonyms is null && forgotten.Count == 0;

    /// <summary>Whether vehicles were forgotten, which may come again.</summary>
    public bool Forgets => forgotten.Count > 0;

    /// <summary>What a VIN's column holds, as a regular expression.</summary>
    public string Pattern => pseudonyms is null ? $"[{Vin.CharacterClass}]{{{Vin.Length}}}" : Pseudonyms.Pattern;

    /// <summary>The names of a store, once it is clear that the key given is its own.</summary>
    /// <exception cref="StoreException">The store has another key, or none, or needs one.</exception>
    public static VehicleNames Of(ClaimStore store, Pseudonyms? given)
    {
        var manifest = store.Manifest;
        if (!store.IsNew && given?.KeyId != manifest.PseudonymKey)
        {
            throw new StoreException((given, manifest.PseudonymKey) switch
            {
                (null, { } key) => $"{store.Folder}: the store holds pseudonyms made with the key {key}, and no key is given; expected that key. Name its file with --pseudonymise",
                ({ } other, null) => $"{store.Folder}: the store holds VINs, and the key {other.KeyId} is given; expected none. A store is pseudonymised from its first delivery on: leave --pseudonymise out, or use another store",
                _ => $"{store.Folder}: the store holds pseudonyms made with the key {manifest.PseudonymKey}; the key given is {given!.KeyId}. Name the file of the first with --pseudonymise",
            });
        }

        return given is null && manifest.Forgotten.Count == 0 ? Plain : new VehicleNames(given, manifest.Forgotten);
    }

    /// <summary>Makes the functions known to an engine.</summary>
    public void Register(DuckDBConnection engine)
    {
        if (!IsPlain)
        {
            // The engine calls a function for empty cells of a block too, and then passes over what it says.
            engine.RegisterScalarFunction<string?, string>(CellFunction, text => text is null ? "" : Cell(text));
            engine.RegisterScalarFunction<string?, string>(TextFunction, text => text is null ? "" : Text(text));
            engine.RegisterScalarFunction<string?, bool>(ForgottenFunction, text => text is not null && IsForgotten(text));
        }
    }

    /// <summary>SQL of a column's text as the store may hold it.</summary>
    /// <param name="column">The column; null: an attribute.</param>
    /// <param name="text">SQL of its text as delivered.</param>
    /// <param name="vin">SQL of the row's VIN as delivered; null where the file has none.</param>
    public string Sql(Column? column, string text, string? vin) =>
        IsPlain || column is { Type: not (ColumnType.Vin or ColumnType.Text) } ? text
        : column?.Type == ColumnType.Vin ? Call(CellFunction, text)
        : column is null || FreeTexts.Contains(column.Name, StringComparer.Ordinal) ? Call(TextFunction, text)
        : vin is null ? text
        : $"case when contains({text}, {vin}) then replace({text}, {vin}, {CellFunction}({vin})) else {text} end";

    private static string Call(string function, string text) => $"case when {text} is not null then {function}({text}) end";

    /// <summary>SQL that is true where the row's vehicle is to stay forgotten.</summary>
    /// <param name="cell">SQL of what the VIN's column will hold.</param>
    public static string SqlIsForgotten(string cell) => $"({cell} is not null and {ForgottenFunction}({cell}))";

    /// <summary>Whether a vehicle is to stay forgotten.</summary>
    /// <param name="cell">What the VIN's column will hold.</param>
    public bool IsForgotten(string cell) => forgotten.Any(vehicle => vehicle.Is(cell));

    /// <summary>What the VIN's column will hold.</summary>
    public string Cell(string text) => pseudonyms?.Cell(text) ?? text;

    /// <summary>A text in which VINs may stand.</summary>
    public string Text(string text) => IsPlain ? text : VinLike().Replace(text, Token);

    /// <summary>A raw line that is set aside.</summary>
    /// <param name="raw">As delivered.</param>
    /// <param name="mayHoldBrokenVin">Whether its VIN may be one character too long or too short and the like; then more is made unrecognisable.</param>
    public string Raw(string raw, bool mayHoldBrokenVin) =>
        pseudonyms is not null && mayHoldBrokenVin ? NearlyVinLike().Replace(raw, Token) : Text(raw);

    // Letters or digits alone make no VIN.
    private string Token(Match match)
    {
        var token = match.Value;
        if (!token.Any(char.IsAsciiDigit) || !token.Any(char.IsAsciiLetter))
        {
            return token;
        }

        var name = pseudonyms?.OfToken(token) ?? token;
        return IsForgotten(pseudonyms is null ? token.ToUpperInvariant() : name) ? ForgottenVehicle.Mark : name;
    }

    [GeneratedRegex("(?<![A-Za-z0-9])[A-Za-z0-9]{17}(?![A-Za-z0-9])", RegexOptions.CultureInvariant)]
    private static partial Regex VinLike();

    [GeneratedRegex("(?<![A-Za-z0-9])[A-Za-z0-9]{15,19}(?![A-Za-z0-9])", RegexOptions.CultureInvariant)]
    private static partial Regex NearlyVinLike();
}
