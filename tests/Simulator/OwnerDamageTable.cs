using System.Globalization;

namespace ClaimInsights.Tests.Simulator;

/// <summary>
/// The claims among which owner's damage hides (current, paid, partly paid or goodwill, coded manufacturing, no campaign), joined
/// with their vehicles, and whether the owner caused them.
/// </summary>
internal sealed class OwnerDamageTable
{
    private OwnerDamageTable(IReadOnlyList<IReadOnlyDictionary<string, string>> rows, bool[] caused, SimulatedFleet fleet)
    {
        Rows = rows;
        Caused = caused;
        Fleet = fleet;
    }

    public SimulatedFleet Fleet { get; }

    public IReadOnlyList<IReadOnlyDictionary<string, string>> Rows { get; }

    public bool[] Caused { get; }

    public double Share => Caused.Count(caused => caused) / (double)Caused.Length;

    public static OwnerDamageTable Of(SimulatedFleet fleet)
    {
        var claims = fleet.Delivery("claims");
        var vehicles = fleet.Delivery("vehicles");
        var byVin = vehicles.Rows.ToDictionary(row => vehicles.Get(row, "vin"));
        var planted = fleet.Truth("planted_owner_damage").All("claim_id").ToHashSet();
        var rows = new List<IReadOnlyDictionary<string, string>>();
        foreach (var claim in fleet.CurrentClaims())
        {
            if (claims.Get(claim, "attribution") == "manufacturing" && claims.Get(claim, "campaign_code").Length == 0
                && claims.Get(claim, "verdict") is "paid" or "partly_paid" or "goodwill")
            {
                var row = claims.Columns.ToDictionary(column => column, column => claims.Get(claim, column));
                foreach (var column in vehicles.Columns.Where(column => column != "vin"))
                {
                    row[column] = vehicles.Get(byVin[row["vin"]], column);
                }

                rows.Add(row);
            }
        }

        return new OwnerDamageTable(rows, [.. rows.Select(row => planted.Contains(row["claim_id"]))], fleet);
    }

    /// <summary>A cell as a number: dates as days, booleans as 0 and 1; NaN where it is empty or text.</summary>
    public static double Number(string cell) => cell switch
    {
        "" => double.NaN,
        "true" => 1,
        "false" => 0,
        _ => cell.Length == 10 && DateOnly.TryParseExact(cell, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day.DayNumber
            : double.TryParse(cell, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) ? number : double.NaN,
    };

    /// <summary>A column's numbers; missing ones take the median.</summary>
    public double[]? Numbers(string column)
    {
        double[] values = [.. Rows.Select(row => Number(row[column]))];
        double[] known = [.. values.Where(value => !double.IsNaN(value)).Order()];
        if (known.Length < values.Length / 5 || Rows.Any(row => row[column].Length > 0 && double.IsNaN(Number(row[column]))))
        {
            return null;
        }

        return [.. values.Select(value => double.IsNaN(value) ? known[known.Length / 2] : value)];
    }

    /// <summary>Share of owner's damage of the cell's other rows in four of five folds, shrunk to the whole.</summary>
    public double[] Encoded(Func<IReadOnlyDictionary<string, string>, string> cellOf)
    {
        var share = Share;
        var counts = new Dictionary<string, (int[] Caused, int[] All)>();
        string[] cells = [.. Rows.Select(cellOf)];
        int[] folds = [.. Rows.Select(row => Fold(row["vin"]))];
        for (var place = 0; place < cells.Length; place++)
        {
            if (!counts.TryGetValue(cells[place], out var count))
            {
                counts[cells[place]] = count = (new int[5], new int[5]);
            }

            count.Caused[folds[place]] += Caused[place] ? 1 : 0;
            count.All[folds[place]]++;
        }

        return [.. cells.Select((cell, place) =>
        {
            var (caused, all) = counts[cell];
            return (caused.Sum() - caused[folds[place]] + (20 * share)) / (all.Sum() - all[folds[place]] + 20);
        })];
    }

    /// <summary>One of five folds, the same for all claims of a vehicle.</summary>
    public static int Fold(string vin)
    {
        var hash = 17u;
        foreach (var letter in vin)
        {
            hash = (hash * 31) + letter;
        }

        return (int)(hash / 7 % 5);
    }
}
