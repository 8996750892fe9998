using System.CommandLine;
using System.CommandLine.Parsing;
using ClaimInsights.Ingest;

namespace ClaimInsights.App;

/// <summary>The options of taking a delivery in, which <c>ingest</c> and <c>run</c> share.</summary>
internal sealed class DeliveryOptions
{
    private readonly Argument<string[]> paths = new("PATH") { Description = "Files and folders: one delivery.", Arity = ArgumentArity.ZeroOrMore };
    private readonly Option<string?> mapping = new("--mapping") { Description = "Mapping file; default: NAME.mapping.json beside NAME.*.", HelpName = "FILE" };
    private readonly Option<string?> currency = new("--currency") { Description = "Currency of a new store, such as CNY.", HelpName = "CODE" };
    private readonly Option<double> maxQuarantine = new("--max-quarantine")
    {
        Description = "Nothing is committed where more rows than this would be quarantined.",
        DefaultValueFactory = _ => 5,
        CustomParser = result => CommonOptions.Number(result, "--max-quarantine"),
        HelpName = "PERCENT",
    };

    private readonly Option<string?> key = CommonOptions.Pseudonymise();
    private readonly Option<int> wait = CommonOptions.Wait();
    private readonly FileOptions file = new();

    /// <summary>Refuses a command line without a path.</summary>
    public void RequirePath(CommandResult result, bool isOptional = false)
    {
        var given = result.GetValue(paths) is { Length: > 0 };
        if (!given && !isOptional)
        {
            result.AddError("Required argument missing for command: '" + result.Command.Name + "': expected files or folders, one delivery.");
        }
        else if (given && isOptional)
        {
            result.AddError("--show-quarantine looks at the store and takes nothing in: expected no PATH");
        }
    }

    public void AddTo(Command command)
    {
        command.Add(paths);
        command.Add(mapping);
        file.AddTo(command);
        command.Add(currency);
        command.Add(key);
        command.Add(maxQuarantine);
        command.Add(wait);
    }

    /// <summary>The store, made where it is not there yet; only once the delivery is known to be there.</summary>
    public ClaimStore OpenStore(ParseResult parsed, string folder)
    {
        _ = Delivery.From(parsed.GetValue(paths)!);
        return ClaimStore.OpenOrCreate(folder, parsed.GetValue(currency));
    }

    public IngestRequest Read(ParseResult parsed, DateOnly? asOf) =>
        new(parsed.GetValue(paths)!, parsed.GetValue(mapping), asOf, parsed.GetValue(maxQuarantine)) { Reading = file.Read(parsed), WaitSeconds = parsed.GetValue(wait), Pseudonyms = CommonOptions.Key(parsed.GetValue(key)) };
}

/// <summary><c>ingest</c>: takes one delivery in, whole or not at all.</summary>
internal sealed class IngestCommand : Command
{
    private readonly DeliveryOptions delivery = new();
    private readonly Option<DateOnly?> asOf = CommonOptions.AsOf("Claims closed later are set aside as not closed (yyyy-MM-dd).");
    private readonly Option<string> store = CommonOptions.Store();
    private readonly Option<bool> showQuarantine = new("--show-quarantine") { Description = "Take nothing in: show what the store has quarantined, by problem." };
    private readonly Option<string?> export = new("--out") { Description = "With --show-quarantine: write the rows as they came, to be corrected and taken in again.", HelpName = "FILE" };
    private readonly Option<bool> dryRun = new("--dry-run") { Description = "Judge every row and print the receipt, but write nothing into the store." };
    private readonly Option<bool> json = CommonOptions.Json();
    private readonly Option<bool> quiet = CommonOptions.Quiet();

    public IngestCommand(Terminal terminal)
        : base("ingest", "Take one delivery into the claim store: whole or not at all; every row is stored or said why not.")
    {
        delivery.AddTo(this);
        Add(asOf);
        Add(store);
        Add(dryRun);
        Add(json);
        Add(quiet);
        Add(showQuarantine);
        Add(export);
        Validators.Add(result => delivery.RequirePath(result, result.GetValue(showQuarantine)));
        Validators.Add(result =>
        {
            if (result.GetValue(export) is not null && !result.GetValue(showQuarantine))
            {
                result.AddError("--out goes with --show-quarantine");
            }
        });
        SetAction(parsed =>
        {
            if (parsed.GetValue(showQuarantine))
            {
                var opened = ClaimStore.Open(parsed.GetValue(store)!);
                var files = parsed.GetValue(export) is { } file ? QuarantineExport.Write(opened, file) : [];
                QuarantineText.Print(terminal.Output, QuarantineView.Summarise(opened), files, parsed.GetValue(json));
                return 0;
            }

            var claims = delivery.OpenStore(parsed, parsed.GetValue(store)!);
            var receipt = new Pipeline(terminal, parsed.GetValue(quiet)).Ingest(claims, delivery.Read(parsed, parsed.GetValue(asOf)) with { IsDryRun = parsed.GetValue(dryRun) });
            if (!parsed.GetValue(json))
            {
                ReceiptText.PrintFiles(terminal.Output, receipt);
            }

            ReceiptText.Print(terminal.Output, receipt, claims.Folder, parsed.GetValue(json), parsed.GetValue(dryRun));
            return 0;
        });
    }
}
