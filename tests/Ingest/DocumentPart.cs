namespace ClaimInsights.Tests.Ingest;

/// <summary>A part of a document that is made from the code, between two comments that name it.</summary>
internal static class DocumentPart
{
    // CLAIMINSIGHTS_UPDATE_DOCS=1 writes the part anew instead of comparing it.
    public static void Holds(string document, string part, string expected)
    {
        var text = File.ReadAllText(document);
        var (begin, end) = ($"<!-- {part}: from the code -->\n", $"<!-- end of {part} -->");
        var start = text.IndexOf(begin, StringComparison.Ordinal) + begin.Length;
        var stop = text.IndexOf(end, StringComparison.Ordinal);
        if (Environment.GetEnvironmentVariable("CLAIMINSIGHTS_UPDATE_DOCS") == "1")
        {
            File.WriteAllText(document, text[..start] + expected + text[stop..]);
            return;
        }

        Assert.Equal(expected, text[start..stop]);
    }
}
