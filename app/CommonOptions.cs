using System.CommandLine;
using System.CommandLine.Parsing;
using System.Globalization;
using ClaimInsights.Ingest;

namespace ClaimInsights.App;

/// <summary>Options that several commands share, made afresh for each command.</summary>
internal static class CommonOptions
{
    public static Option<string> Store() => new("--store")
    {
        Description = "Folder of the claim store.",
        DefaultValueFactory = _ => "./store",
        HelpName = "DIR",
    };

    public static Option<bool> Json() => new("--json") { Description = "Print the result as one JSON object." };

    public static Option<bool> Quiet() => new("--quiet") { Description = "No progress, only the result." };

    public static Option<DateOnly?> AsOf(string description = "Last closing day that is known (yyyy-MM-dd); default: the latest in the store.") =>
        Date("--as-of", description);

    public static Option<DateOnly?> Date(string name, string description) => new(name) { Description = description, CustomParser = Day, HelpName = "DATE" };

    public static Option<string?> Pseudonymise() => new("--pseudonymise")
    {
        Description = "File with the key that makes pseudonyms of VINs; a store has one, or none, from its first delivery on.",
        HelpName = "KEYFILE",
    };

    public static Pseudonyms? Key(string? file) => file is null ? null : Pseudonyms.FromFile(file);

    public static Option<double> Alpha()
    {
        var option = new Option<double>("--alpha")
        {
            Description = "False-discovery rate at which clusters are listed.",
            DefaultValueFactory = _ => 0.05,
            CustomParser = result => Number(result, "--alpha"),
            HelpName = "RATE",
        };
        option.Validators.Add(result => Check(result.GetValueOrDefault<double>() is > 0 and < 1, result, "--alpha lies between 0 and 1, such as 0.05"));
        return option;
    }

    public static Option<int> Seed() => new("--seed") { Description = "Seed; the same seed gives the same result.", DefaultValueFactory = _ => 1, HelpName = "N" };

    public static Option<int> Capacity() => AtLeastOne(new("--capacity")
    {
        Description = "How many claims reviewers can take.",
        DefaultValueFactory = _ => 200,
        HelpName = "N",
    });

    public static Option<string> Language(string description = "Language of the report.") => new Option<string>("--language")
    {
        Description = description,
        DefaultValueFactory = _ => "en",
        HelpName = "en|zh",
    }.AcceptOnlyFromAmong("en", "zh");

    public static Option<string?> Font() => new("--font") { Description = "Font file for the charts; default: one of the machine's.", HelpName = "FILE" };

    public static Option<string?> Rules() => new("--rules")
    {
        Description = "File with the warranty's rules and the targets of its stages (docs/fairness.md); default: the built-in table.",
        HelpName = "FILE",
    };

    public static Option<string?> Guarantees() => new("--guarantees")
    {
        Description = "File with the rules on replacement and refund (docs/three-guarantees.md); default: China's orders 150 and 43, California.",
        HelpName = "FILE",
    };

    public static Option<int> Wait() => AtLeast(0, new("--wait")
    {
        Description = "How long to wait for another process that writes the same store, seconds.",
        DefaultValueFactory = _ => 10,
        HelpName = "SECONDS",
    });

    public static Option<int> AtLeastOne(Option<int> option) => AtLeast(1, option);

    public static Option<int> AtLeast(int least, Option<int> option)
    {
        option.Validators.Add(result => Check(result.GetValueOrDefault<int>() >= least, result, $"{option.Name} is at least {least}"));
        return option;
    }

    public static double Number(ArgumentResult result, string option)
    {
        var text = result.Tokens.Count == 0 ? "" : result.Tokens[0].Value;
        if (double.TryParse(text, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number))
        {
            return number;
        }

        result.AddError($"{option} is a number such as 0.05; found '{text}'");
        return double.NaN;
    }

    private static DateOnly? Day(ArgumentResult result)
    {
        var text = result.Tokens.Count == 0 ? "" : result.Tokens[0].Value;
        if (DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day))
        {
            return day;
        }

        result.AddError($"a date is yyyy-MM-dd, such as 2026-06-30; found '{text}'");
        return null;
    }

    private static void Check(bool holds, OptionResult result, string expected)
    {
        if (!holds)
        {
            result.AddError(expected);
        }
    }
}
