using System.CommandLine;
using System.Text.RegularExpressions;
using ClaimInsights.App;

namespace ClaimInsights.Tests.App;

/// <summary>What is written for a reader is true: its links lead somewhere, its commands and options exist.</summary>
public sealed partial class ReadmeTests
{
    private static readonly RootCommand Root = CommandLine.Root(new Terminal(TextWriter.Null, TextWriter.Null, IsInteractive: false, TimeProvider.System));

    public static TheoryData<string> Documents() => [.. new[] { "README.md", "CONTRIBUTING.md", "CHANGELOG.md" }
        .Concat(Directory.GetFiles(Path.Combine(Repository.Root, "docs"), "*.md", SearchOption.AllDirectories).Select(file => Path.GetRelativePath(Repository.Root, file)))
        .Order(StringComparer.Ordinal)];

    [Theory, MemberData(nameof(Documents))]
    public void every_link_within_the_project_leads_somewhere(string document)
    {
        var folder = Path.GetDirectoryName(Path.Combine(Repository.Root, document))!;
        var broken = Links().Matches(File.ReadAllText(Path.Combine(Repository.Root, document)))
            .Select(match => match.Groups[1].Value)
            .Where(target => !target.Contains("://", StringComparison.Ordinal) && !target.StartsWith('#'))
            .Select(target => target.Split('#')[0])
            .Where(target => !Path.Exists(Path.Combine(folder, target)));

        Assert.Empty(broken);
    }

    [Theory, MemberData(nameof(Documents))]
    public void every_command_and_option_that_is_named_exists(string document)
    {
        foreach (Match line in CommandLines().Matches(File.ReadAllText(Path.Combine(Repository.Root, document))))
        {
            var words = line.Groups[1].Value.Split(' ', StringSplitOptions.RemoveEmptyEntries);
            var command = Root.Subcommands.SingleOrDefault(one => one.Name == words[0]);
            Assert.True(command is not null, $"{document} names the command '{words[0]}', which is not there: {line.Value}");
            var options = words.Where(word => word.StartsWith("--", StringComparison.Ordinal)).Select(word => word.Split('=')[0].TrimEnd('.', ',', ';', ':', ')', ']'));
            Assert.All(options, option => Assert.True(
                option == "--help" || command.Options.Any(one => one.Name == option), $"{document} gives {words[0]} the option {option}, which is not there"));
        }
    }

    [Fact]
    public void the_readme_lists_each_command()
    {
        var readme = File.ReadAllText(Path.Combine(Repository.Root, "README.md"));

        Assert.All(Root.Subcommands, command => Assert.Contains($"\n| `{command.Name}", readme, StringComparison.Ordinal));
    }

    [Fact]
    public void every_command_and_option_says_what_it_is_for()
    {
        Assert.All(Root.Subcommands, command =>
        {
            Assert.False(string.IsNullOrWhiteSpace(command.Description), command.Name);
            Assert.All(command.Options, option => Assert.False(string.IsNullOrWhiteSpace(option.Description), $"{command.Name} {option.Name}"));
            Assert.All(command.Arguments, argument => Assert.False(string.IsNullOrWhiteSpace(argument.Description), $"{command.Name} {argument.Name}"));
        });
    }

    [Fact]
    public void the_commands_that_messages_tell_to_run_exist()
    {
        var named = new[] { "ingest", "analysis", "models", "reports", "app" }
            .SelectMany(folder => Directory.GetFiles(Path.Combine(Repository.Root, folder), "*.cs", SearchOption.AllDirectories))
            .Where(file => !file.Contains($"{Path.DirectorySeparatorChar}obj{Path.DirectorySeparatorChar}", StringComparison.Ordinal))
            .SelectMany(file => MessageCommands().Matches(File.ReadAllText(file)).Select(match => (File: Path.GetFileName(file), Command: match.Groups[1].Value)));

        Assert.All(named, one => Assert.True(Root.Subcommands.Any(command => command.Name == one.Command), $"{one.File} names the command '{one.Command}'"));
    }

    [GeneratedRegex(@"\]\(([^)\s]+)\)")]
    private static partial Regex Links();

    [GeneratedRegex(@"(?:claiminsights|--project app -c Release --) ([a-z][^`\n|]*)")]
    private static partial Regex CommandLines();

    [GeneratedRegex(@"[:.] claiminsights ([a-z]+)")]
    private static partial Regex MessageCommands();
}
