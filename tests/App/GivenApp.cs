using System.Diagnostics;
using ClaimInsights.App;
using ClaimInsights.Tests.Ingest;

namespace ClaimInsights.Tests.App;

/// <summary>The program as its user meets it: a command line in, an exit code and two streams out, in a folder of its own.</summary>
internal sealed class GivenApp : IDisposable
{
    public GivenApp() => Root = Directory.CreateTempSubdirectory("claiminsights-app-").FullName;

    /// <summary>Holds deliveries, stores and reports.</summary>
    public string Root { get; }

    public string Store => Path.Combine(Root, "store");

    public string At(string name) => Path.Combine(Root, name);

    public string Write(string name, string text)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(At(name))!);
        File.WriteAllText(At(name), text);
        return At(name);
    }

    /// <summary>Runs one command line inside this process.</summary>
    public static Answer Run(params string[] args)
    {
        using var output = new StringWriter();
        using var error = new StringWriter();
        var code = CommandLine.Run(args, new Terminal(output, error, IsInteractive: false, new Clock(GivenStore.Noon)));
        return new Answer(code, output.ToString(), error.ToString());
    }

    /// <summary>Starts the program as a process of its own.</summary>
    public static Process Start(params string[] args) =>
        Process.Start(new ProcessStartInfo("dotnet", [Path.Combine(AppContext.BaseDirectory, "claiminsights.dll"), .. args]) { RedirectStandardError = true, RedirectStandardOutput = true })!;

    /// <summary>Runs one command line that is to end well, and returns what it wrote.</summary>
    public static string Ok(params string[] args)
    {
        var answer = Run(args);
        Assert.True(answer.Code == 0, $"{string.Join(' ', args)} ended with {answer.Code}: {answer.Error}");
        return answer.Output;
    }

    /// <summary>Every file of the store with its content, for "as it was".</summary>
    public string Snapshot() => !Directory.Exists(Store) ? "none" : string.Join('\n', Directory.GetFiles(Store, "*", SearchOption.AllDirectories)
        .Order(StringComparer.Ordinal).Select(file => file + " " + Convert.ToHexString(File.ReadAllBytes(file))));

    public void Dispose() => Directory.Delete(Root, recursive: true);

    /// <summary>What a command answered.</summary>
    internal sealed record Answer(int Code, string Output, string Error)
    {
        public string LastLine => Output.TrimEnd().Split('\n')[^1];
    }

    /// <summary>Stands still, so that two runs write the same receipts.</summary>
    private sealed class Clock(DateTimeOffset now) : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => now;
    }
}
