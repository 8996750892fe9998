using System.Globalization;
using Spectre.Console;

namespace ClaimInsights.App;

/// <summary>Shows how far a command is: a bar where a person watches, plain lines elsewhere, nothing with <c>--quiet</c>.</summary>
internal sealed class Progress(Terminal terminal, bool isQuiet)
{
    /// <summary>Runs one named step; the work reports what it does and how much of it is done, 0–1.</summary>
    public T Step<T>(string name, Func<Action<string, double>, T> work)
    {
        var started = terminal.Time.GetTimestamp();
        var result = isQuiet ? work((_, _) => { })
            : terminal.IsInteractive ? WithBar(name, work)
            : work((_, _) => { });
        if (!isQuiet && !terminal.IsInteractive)
        {
            var seconds = terminal.Time.GetElapsedTime(started).TotalSeconds;
            terminal.Error.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{name,-22} {seconds,6:0.0} s"));
        }

        return result;
    }

    /// <summary>A note on standard error.</summary>
    public void Note(string text)
    {
        if (!isQuiet)
        {
            terminal.Error.WriteLine(text);
        }
    }

    private T WithBar<T>(string name, Func<Action<string, double>, T> work)
    {
        var console = AnsiConsole.Create(new AnsiConsoleSettings { Out = new AnsiConsoleOutput(terminal.Error) });
        return console.Progress()
            .Columns(new TaskDescriptionColumn { Alignment = Justify.Left }, new ProgressBarColumn(), new PercentageColumn(), new ElapsedTimeColumn())
            .Start(context =>
            {
                var task = context.AddTask(Markup.Escape(name));
                var result = work((doing, done) =>
                {
                    task.Description = Markup.Escape($"{name}: {doing}");
                    task.Value = 100 * Math.Clamp(done, 0, 1);
                });
                task.Description = Markup.Escape(name);
                task.Value = 100;
                return result;
            });
    }
}
