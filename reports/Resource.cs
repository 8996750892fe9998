namespace ClaimInsights.Reports;

/// <summary>Text files embedded beside the code.</summary>
internal static class Resource
{
    public static string Text(string name)
    {
        using var stream = typeof(Resource).Assembly.GetManifestResourceStream(name)
            ?? throw new InvalidOperationException($"{name} is not embedded");
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd().ReplaceLineEndings("\n");
    }

    public static IEnumerable<string> Lines(string name) => Text(name).Split('\n');
}
