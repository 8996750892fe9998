using System.Buffers;
using System.Text;

namespace ClaimInsights.Ingest;

/// <summary>Whether a cell is surely a sound value of its column, in the form in which most are delivered, and the number that it stands for.</summary>
internal sealed class CellSieve(Column column, VehicleNames names)
{
    /// <summary>The number of an empty cell.</summary>
    public const long Empty = long.MinValue;

    private const int MostDigits = 15;
    private static readonly SearchValues<byte> VinCharacters = SearchValues.Create("ABCDEFGHJKLMNPRSTUVWXYZ0123456789"u8);
    private static readonly byte[] Month = [31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];
    private readonly ColumnType type = column.Type;
    private readonly bool mayBeEmpty = !column.Required || column.Default is not null;
    private readonly int scale = column.Type == ColumnType.Decimal ? column.Scale : 0;
    private readonly byte[][] codes = [.. (column.Type == ColumnType.Bool ? ["true", "false", "1", "0"] : column.Codes).Select(Encoding.UTF8.GetBytes)];
    private readonly long minimum = Limit(column, column.Minimum, long.MinValue + 1);
    private readonly long maximum = Limit(column, column.Maximum, long.MaxValue);

    /// <summary>A day as a number that sorts as days do: yyyymmdd.</summary>
    public static long DayNumber(int year, int month, int day) => (((year * 100L) + month) * 100) + day;

    /// <summary>Looks at one cell.</summary>
    /// <param name="value">Its bytes, without quotes around them.</param>
    /// <param name="number">A day as yyyymmdd, a number in units of its last decimal, the index of a code, 0 for a text; <see cref="Empty"/> for an empty cell.</param>
    /// <returns>Whether it is surely sound.</returns>
    public bool Passes(ReadOnlySpan<byte> value, out long number)
    {
        number = Empty;
        if (value.IsEmpty)
        {
            return mayBeEmpty;
        }

        number = 0;
        return type switch
        {
            ColumnType.Text => true,
            ColumnType.Date => IsDay(value, out number),
            ColumnType.Int => IsNumber(value, out number) && number <= int.MaxValue,
            ColumnType.Decimal => IsNumber(value, out number),
            ColumnType.Code or ColumnType.Bool => IsCode(value, out number),
            ColumnType.Vin => value.Length == Vin.Length && !value.ContainsAnyExcept(VinCharacters)
                && !(names.Forgets && names.IsForgotten(names.Cell(Encoding.ASCII.GetString(value)))),
            _ => false,
        };
    }

    private static long Limit(Column column, decimal? limit, long none)
    {
        var scaled = limit;
        for (var digit = 0; digit < column.Scale; digit++)
        {
            scaled *= 10;
        }

        return scaled is { } value ? (long)value : none;
    }

    private bool IsCode(ReadOnlySpan<byte> value, out long index)
    {
        for (index = 0; index < codes.Length; index++)
        {
            if (value.SequenceEqual(codes[index]))
            {
                return true;
            }
        }

        return false;
    }

    // Digits, no zero before others, and a point with at least one digit after it.
    private bool IsNumber(ReadOnlySpan<byte> value, out long number)
    {
        number = 0;
        if (value.Length > MostDigits || (value[0] == '0' && value.Length > 1 && value[1] != '.'))
        {
            return false;
        }

        var decimals = -1;
        foreach (var character in value)
        {
            var digit = character - (uint)'0';
            if (digit <= 9)
            {
                number = (number * 10) + digit;
                decimals += decimals >= 0 ? 1 : 0;
            }
            else if (character == '.' && decimals < 0 && value[0] != '.')
            {
                decimals = 0;
            }
            else
            {
                return false;
            }
        }

        if (decimals == 0 || decimals > scale)
        {
            return false;
        }

        for (var missing = Math.Max(decimals, 0); missing < scale; missing++)
        {
            number *= 10;
        }

        return number >= minimum && number <= maximum;
    }

    private static bool IsDay(ReadOnlySpan<byte> value, out long number)
    {
        number = 0;
        if (value.Length != 10 || value[4] != '-' || value[7] != '-')
        {
            return false;
        }

        if (!Digits(value[..4], out var year) || !Digits(value[5..7], out var month) || !Digits(value[8..], out var day)
            || year < 1990 || month is < 1 or > 12 || day < 1 || day > Month[month - 1]
            || (month == 2 && day == 29 && !DateTime.IsLeapYear(year)))
        {
            return false;
        }

        number = DayNumber(year, month, day);
        return true;
    }

    private static bool Digits(ReadOnlySpan<byte> text, out int number)
    {
        number = 0;
        foreach (var character in text)
        {
            var digit = character - (uint)'0';
            if (digit > 9)
            {
                return false;
            }

            number = (number * 10) + (int)digit;
        }

        return true;
    }
}
