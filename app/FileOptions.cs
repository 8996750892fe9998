using System.CommandLine;
using ClaimInsights.Ingest;

namespace ClaimInsights.App;

/// <summary>What may be said about how delivered files are to be read; all of it is found out where it is not said.</summary>
internal sealed class FileOptions
{
    private readonly Option<string?> encoding = new("--encoding") { Description = "Encoding of text files, such as utf-8, gb18030, big5, utf-16; default: found out.", HelpName = "NAME" };
    private readonly Option<string?> delimiter = new("--delimiter") { Description = "What separates fields: one ASCII character, or 'tab'; default: found out.", HelpName = "CHAR" };
    private readonly Option<string?> sheet = new("--sheet") { Description = "Sheet of a workbook; default: the first.", HelpName = "NAME" };

    public FileOptions() => delimiter.Validators.Add(result =>
    {
        if (Character(result.GetValueOrDefault<string?>()) is null)
        {
            result.AddError($"--delimiter is one ASCII character, no quote and no line end, or 'tab'; found '{result.GetValueOrDefault<string?>()}'");
        }
    });

    public void AddTo(Command command)
    {
        command.Add(encoding);
        command.Add(delimiter);
        command.Add(sheet);
    }

    public ReadingOptions Read(ParseResult parsed) =>
        new(parsed.GetValue(encoding), Character(parsed.GetValue(delimiter)), parsed.GetValue(sheet));

    private static char? Character(string? text) =>
        text is "tab" or "\\t" ? '\t'
        : text is { Length: 1 } && char.IsAscii(text[0]) && text[0] is not ('"' or '\r' or '\n' or '\0') ? text[0]
        : null;
}
