using System.Reflection;

namespace ClaimInsights.Analysis;

/// <summary>SQL files embedded in an assembly.</summary>
public static class SqlFile
{
    /// <summary>The text of an embedded SQL file.</summary>
    /// <exception cref="InvalidOperationException">The assembly holds no such file: our own bug.</exception>
    public static string Read(Assembly assembly, string file)
    {
        ArgumentNullException.ThrowIfNull(assembly);
        using var stream = assembly.GetManifestResourceStream(file)
            ?? throw new InvalidOperationException($"{file} is not embedded in {assembly.GetName().Name}");
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }
}
