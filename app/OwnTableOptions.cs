using System.CommandLine;
using ClaimInsights.Models.OwnTables;

namespace ClaimInsights.App;

/// <summary>The options of <c>train --features</c>: a model of a table of one's own, without a store.</summary>
internal sealed class OwnTableOptions
{
    private readonly Option<string?> features = new("--features") { Description = "Learn from this table (CSV or Parquet) instead of the store.", HelpName = "FILE" };
    private readonly Option<string?> label = new("--label") { Description = "With --features: column to foretell (0/1, true/false, or two values).", HelpName = "COLUMN" };
    private readonly Option<string?> time = new("--time") { Description = "With --features: column that orders the rows (date or number).", HelpName = "COLUMN" };
    private readonly Option<string?> weight = new("--weight") { Description = "With --features: column of weights, at least 0.", HelpName = "COLUMN" };
    private readonly Option<string[]> drop = Columns("--drop", "With --features: columns that the model must not see.");
    private readonly Option<string[]> categories = Columns("--categories", "With --features: columns that are categories although they look like numbers.");
    private readonly Option<string?> positive = new("--positive") { Description = "With --features: value of the label that counts as positive.", HelpName = "VALUE" };
    private readonly Option<bool> allowLeaks = new("--allow-leaks") { Description = "With --features: take columns that foretell the label alone." };
    private readonly Option<string?> folder = new("--out") { Description = "With --features: folder for the model.", HelpName = "DIR" };

    public void AddTo(Command command)
    {
        Option[] all = [features, label, time, weight, drop, categories, positive, allowLeaks, folder];
        all.ToList().ForEach(command.Add);
        command.Validators.Add(result =>
        {
            var isAsked = result.GetResult(features) is not null;
            Option[] needed = isAsked ? [label, time, folder] : [];
            foreach (var missing in needed.Where(option => result.GetResult(option) is null))
            {
                result.AddError($"train --features also needs {missing.Name}");
            }

            foreach (var lone in all.Where(option => !isAsked && option != features && result.GetResult(option) is { Implicit: false }))
            {
                result.AddError($"{lone.Name} goes with --features FILE");
            }
        });
    }

    public bool IsAsked(ParseResult parsed) => parsed.GetValue(features) is not null;

    public string Folder(ParseResult parsed) => parsed.GetValue(folder)!;

    public OwnTableRequest Request(ParseResult parsed, int seed) => new(
        parsed.GetValue(features)!, parsed.GetValue(label)!, parsed.GetValue(time)!, parsed.GetValue(weight), Names(parsed, drop), Names(parsed, categories),
        parsed.GetValue(positive), parsed.GetValue(allowLeaks), seed);

    private static Option<string[]> Columns(string name, string description) =>
        new(name) { Description = description, HelpName = "COLUMN,…", AllowMultipleArgumentsPerToken = true, Arity = ArgumentArity.OneOrMore };

    private static string[] Names(ParseResult parsed, Option<string[]> option) =>
        [.. (parsed.GetValue(option) ?? []).SelectMany(names => names.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))];
}
