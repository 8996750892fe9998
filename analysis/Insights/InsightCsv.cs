using System.Globalization;
using System.Text;

namespace ClaimInsights.Analysis.Insights;

/// <summary>
/// Insight tables as CSV: UTF-8 without a byte-order mark, LF, header of column names, dates ISO, numbers in their shortest
/// form that reads back equal, null as nothing. The same rows give the same bytes.
/// </summary>
public static class InsightCsv
{
    /// <summary>Writes the rows, in their order, and says how many they were.</summary>
    public static int Write<TRow>(string path, IEnumerable<TRow> rows)
    {
        ArgumentNullException.ThrowIfNull(rows);
        var columns = InsightColumns.Of<TRow>();
        using var writer = new StreamWriter(path, append: false, new UTF8Encoding(false)) { NewLine = "\n" };
        writer.WriteLine(string.Join(',', columns.Select(column => column.Name)));
        var written = 0;
        foreach (var row in rows)
        {
            writer.WriteLine(string.Join(',', columns.Select(column => Cell(column.Property.GetValue(row)))));
            written++;
        }

        return written;
    }

    /// <summary>One cell, quoted where it has to be.</summary>
    /// <param name="value">Text, a number, a date, a moment, a flag, or null.</param>
    public static string Cell(object? value) => value switch
    {
        null => "",
        string text => Quoted(text),
        bool flag => flag ? "true" : "false",
        DateOnly day => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        DateTime moment => moment.ToString("yyyy-MM-dd'T'HH:mm:ss", CultureInfo.InvariantCulture),
        decimal money => money.ToString("0.00", CultureInfo.InvariantCulture),
        double number => number.ToString("R", CultureInfo.InvariantCulture),
        IFormattable other => other.ToString(null, CultureInfo.InvariantCulture),
        _ => throw new InvalidOperationException($"no CSV form for {value.GetType().Name}"),
    };

    private static string Quoted(string text) =>
        text.AsSpan().IndexOfAny(",\"\r\n") < 0 ? text : $"\"{text.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";
}
