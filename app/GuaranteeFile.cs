using System.Text;
using ClaimInsights.Analysis;
using ClaimInsights.Analysis.Guarantees;

namespace ClaimInsights.App;

/// <summary>A table of guarantees and the text it was read from, which an analysis keeps beside its insight tables.</summary>
/// <param name="Table">The rules.</param>
/// <param name="Text">The JSON as it was read.</param>
internal sealed record GuaranteeFile(GuaranteeTable Table, string Text)
{
    private const string Name = "guarantees.json";

    /// <summary>Reads a file; null: the built-in table.</summary>
    /// <exception cref="AnalysisException">It is not a table of guarantees.</exception>
    public static GuaranteeFile Read(string? file)
    {
        var text = GuaranteeTableReader.Text(file);
        return new GuaranteeFile(GuaranteeTableReader.Parse(text, file ?? "the built-in table of guarantees"), text);
    }

    /// <summary>The table by which an analysis judged; the built-in one where there was no analysis.</summary>
    /// <param name="insights">Folder of insight tables.</param>
    public static GuaranteeFile Of(string insights)
    {
        var path = Path.Combine(insights, Name);
        return Read(File.Exists(path) ? path : null);
    }

    /// <summary>Keeps it in a folder of insight tables.</summary>
    public void Write(string folder)
    {
        var path = Path.Combine(folder, Name);
        File.WriteAllText(path + ".unfinished", Text, new UTF8Encoding(false));
        File.Move(path + ".unfinished", path, overwrite: true);
    }
}
