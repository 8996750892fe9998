using System.Globalization;
using System.Text;

namespace ClaimInsights.Simulator;

/// <summary>A UTF-8 CSV file written row by row: comma, quotes where needed, line feeds.</summary>
internal sealed class CsvFile : IDisposable
{
    private readonly StreamWriter writer;
    private bool startsRow = true;

    /// <summary>Creates the file and writes its header.</summary>
    public CsvFile(string folder, string name, params ReadOnlySpan<string> columns)
    {
        writer = new StreamWriter(Path.Combine(folder, name), append: false, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false), 1 << 16) { NewLine = "\n" };
        foreach (var column in columns)
        {
            Add(column);
        }

        EndRow();
        Rows = 0;
    }

    /// <summary>Rows written, without the header.</summary>
    public long Rows { get; private set; }

    /// <summary>A text cell; null is empty.</summary>
    public CsvFile Add(string? value)
    {
        Separate();
        if (value is null)
        {
            return this;
        }

        if (value.AsSpan().IndexOfAny(',', '"', '\n') < 0)
        {
            writer.Write(value);
            return this;
        }

        writer.Write('"');
        writer.Write(value.Replace("\"", "\"\"", StringComparison.Ordinal));
        writer.Write('"');
        return this;
    }

    /// <summary>A whole number.</summary>
    public CsvFile Add(long value)
    {
        Separate();
        Span<char> digits = stackalloc char[20];
        value.TryFormat(digits, out var length, default, CultureInfo.InvariantCulture);
        writer.Write(digits[..length]);
        return this;
    }

    /// <summary>true, false, or empty where it is not known.</summary>
    public CsvFile Add(bool? value) => Add(value is null ? null : value.Value ? "true" : "false");

    /// <summary>A day number as an ISO date; <see cref="Day.None"/> is empty.</summary>
    public CsvFile AddDay(int day)
    {
        Separate();
        if (day != Day.None)
        {
            Span<char> digits = stackalloc char[10];
            DateOnly.FromDayNumber(day).TryFormat(digits, out _, "yyyy-MM-dd", CultureInfo.InvariantCulture);
            writer.Write(digits);
        }

        return this;
    }

    /// <summary>Hundredths as a number with two decimals.</summary>
    public CsvFile AddHundredths(long value)
    {
        Separate();
        Span<char> digits = stackalloc char[24];
        (value / 100m).TryFormat(digits, out var length, "0.00", CultureInfo.InvariantCulture);
        writer.Write(digits[..length]);
        return this;
    }

    /// <summary>A real number in fixed notation, four decimals at most.</summary>
    public CsvFile AddReal(double value) => Add(value.ToString("0.####", CultureInfo.InvariantCulture));

    /// <summary>Ends the row.</summary>
    public void EndRow()
    {
        writer.WriteLine();
        startsRow = true;
        Rows++;
    }

    /// <summary>Writes what is left and closes the file.</summary>
    public void Dispose() => writer.Dispose();

    private void Separate()
    {
        if (!startsRow)
        {
            writer.Write(',');
        }

        startsRow = false;
    }
}
