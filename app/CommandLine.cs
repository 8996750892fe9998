using System.CommandLine;
using ClaimInsights.Analysis;
using ClaimInsights.Ingest;
using ClaimInsights.Models;
using ClaimInsights.Reports;

namespace ClaimInsights.App;

/// <summary>The command line: every command in one list, and what each kind of failure ends with.</summary>
public static class CommandLine
{
    private const int Done = 0;
    private const int Wrong = 1;
    private const int Usage = 2;
    private const int TooManyQuarantined = 3;
    private const int OurBug = 70;

    /// <summary>Runs one command line and returns its exit code; see the contract, "Commands".</summary>
    public static int Run(string[] args, Terminal terminal)
    {
        ArgumentNullException.ThrowIfNull(terminal);
        var parsed = Root(terminal).Parse(args);
        if (parsed.Errors.Count > 0)
        {
            foreach (var error in parsed.Errors)
            {
                terminal.Error.WriteLine(error.Message);
            }

            var asked = parsed.CommandResult.Command is RootCommand ? "" : parsed.CommandResult.Command.Name + " ";
            terminal.Error.WriteLine($"See: claiminsights {asked}--help");
            return Usage;
        }

        try
        {
            var configuration = new InvocationConfiguration { EnableDefaultExceptionHandler = false, Output = terminal.Output, Error = terminal.Error };
            return parsed.Invoke(configuration);
        }
        catch (QuarantineExceededException problem)
        {
            terminal.Error.WriteLine(problem.Message);
            return TooManyQuarantined;
        }
        catch (Exception problem) when (IsUsers(problem))
        {
            terminal.Error.WriteLine(problem.Message.ReplaceLineEndings(" "));
            return Wrong;
        }
        catch (Exception problem)
        {
            terminal.Error.WriteLine($"A bug of ClaimInsights, not of your data; please report it with these lines. {problem}");
            return OurBug;
        }
    }

    internal static RootCommand Root(Terminal terminal)
    {
        var root = new RootCommand(
            "ClaimInsights turns closed warranty claims into defect clusters, rejection causes, claims that need review, and a report.");
        root.Add(new DemoCommand(terminal));
        root.Add(new RunCommand(terminal));
        root.Add(new SimulateCommand(terminal));
        root.Add(new InspectCommand(terminal));
        root.Add(new IngestCommand(terminal));
        root.Add(new VerifyCommand(terminal));
        root.Add(new CompactCommand(terminal));
        root.Add(new ForgetCommand(terminal));
        root.Add(new AnalyseCommand(terminal));
        root.Add(new TrainCommand(terminal));
        root.Add(new ScoreCommand(terminal));
        root.Add(new ReportCommand(terminal));
        root.Add(new DossierCommand(terminal));
        root.Add(new ExplainCommand(terminal));
        root.Add(new LifeCommand(terminal));
        root.Add(new ExportCommand(terminal));
        root.Add(new BacktestCommand(terminal));
        return root;
    }

    /// <summary>Failures that the input, the request or the machine causes; everything else is our own bug.</summary>
    private static bool IsUsers(Exception problem) => problem is
        DeliveryException or StoreException or AnalysisException or ModelException or ReportException or RequestException
        or IOException or UnauthorizedAccessException;
}
