using System.CommandLine;
using System.Globalization;
using ClaimInsights.Analysis;
using ClaimInsights.Ingest;

namespace ClaimInsights.App;

/// <summary><c>inspect</c>: what a file is, and a mapping for it.</summary>
internal sealed class InspectCommand : Command
{
    private readonly Argument<string> file = new("FILE") { Description = "The file; it is only looked at." };
    private readonly FileOptions reading = new();
    private readonly Option<string?> mapping = new("--mapping") { Description = "Mapping to try on it; default: one is suggested.", HelpName = "FILE" };
    private readonly Option<string?> save = new("--out") { Description = "Write the suggested mapping here; a file that is there is never overwritten.", HelpName = "FILE" };
    private readonly Option<bool> json = CommonOptions.Json();
    private readonly Option<bool> quiet = CommonOptions.Quiet();

    public InspectCommand(Terminal terminal)
        : base("inspect", "Look at a file: encoding, delimiter, columns, problems, and a mapping ready to edit.")
    {
        Add(file);
        reading.AddTo(this);
        Add(mapping);
        Add(save);
        Add(json);
        Add(quiet);
        SetAction(parsed =>
        {
            var target = parsed.GetValue(save);
            if (target is not null && (File.Exists(target) || Directory.Exists(target)))
            {
                throw new RequestException($"{target}: is there already, and may have been edited; expected a new name. Name another with --out, or remove it");
            }

            var found = Inspect(parsed, terminal);
            if (target is not null)
            {
                File.WriteAllText(target, found.Mapping);
            }

            Print(terminal.Output, found, target, parsed.GetValue(json));
            return 0;
        });
    }

    private Inspection Inspect(ParseResult parsed, Terminal terminal)
    {
        using var scratch = new ScratchFolder("inspect");
        return new Progress(terminal, parsed.GetValue(quiet)).Step("inspect", _ =>
            InspectJob.Run(parsed.GetValue(file)!, reading.Read(parsed), parsed.GetValue(mapping), scratch.PathOf("bench")));
    }

    private static void Print(TextWriter output, Inspection found, string? saved, bool isJson)
    {
        if (isJson)
        {
            JsonResult.Print(output, found);
            return;
        }

        var separated = found.Delimiter is null ? "" : $", separated by {(found.Delimiter == "\t" ? "tabs" : found.Delimiter)}, quoted by \"";
        output.WriteLine(Line($"{found.File}: {found.Encoding}{separated}; {found.Rows} rows of {found.Columns.Count} columns, {found.DamagedRows} damaged; most likely {found.Table}"));
        foreach (var column in found.Columns)
        {
            var target = column.Target is null ? "-" : Line($"{column.Target} ({column.Confidence:0.00})");
            output.WriteLine(Line($"  {column.Name} -> {target}: {column.Type}, {100 * column.MissingShare:0.0} % missing{Range(column)}; {string.Join(" | ", column.Examples)}"));
        }

        foreach (var (problem, rows) in found.Problems.OrderByDescending(one => one.Value).ThenBy(one => one.Key, StringComparer.Ordinal))
        {
            output.WriteLine(Line($"  {rows,8}  {problem}"));
        }

        foreach (var example in found.Examples)
        {
            output.WriteLine("            " + example);
        }

        var way = found.NeedsNoMapping ? "as it is, without a mapping" : "with the suggested mapping";
        output.WriteLine(found.Missing.Count > 0 ? $"no column was found for {string.Join(", ", found.Missing)}: the mapping has a ? in their place; edit it before it is used"
            : found.Quarantined == 0 ? $"it can be taken in {way}"
            : Line($"taken in {way}, {found.Quarantined} of {found.Rows} rows would be quarantined"));
        output.WriteLine(saved is null ? "write the suggested mapping with: --out NAME.mapping.json" : saved);
    }

    private static string Range(InspectedColumn column) =>
        column.Minimum is null ? "" : $", {Short(column.Minimum)} to {Short(column.Maximum ?? "")}";

    private static string Short(string value) => (value.Length > 30 ? value[..30] + "…" : value).ReplaceLineEndings(" ");

    private static string Line(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
