using System.Text;

namespace ClaimInsights.Tests.Simulator;

/// <summary>A CSV file of the simulator in memory: columns by name, rows in order.</summary>
internal sealed class CsvTable
{
    private readonly Dictionary<string, int> places;

    private CsvTable(string[] columns, List<string[]> rows)
    {
        Columns = columns;
        Rows = rows;
        places = columns.Select((name, place) => (name, place)).ToDictionary(column => column.name, column => column.place);
    }

    public IReadOnlyList<string> Columns { get; }

    public IReadOnlyList<string[]> Rows { get; }

    public string Get(string[] row, string column) => row[places[column]];

    public IEnumerable<string> All(string column) => Rows.Select(row => row[places[column]]);

    public static CsvTable Read(string file)
    {
        using var reader = new StreamReader(file, Encoding.UTF8);
        var columns = Cells(reader.ReadLine()!);
        var rows = new List<string[]>();
        while (reader.ReadLine() is { } line)
        {
            var cells = Cells(line);
            Assert.Equal(columns.Length, cells.Length);
            rows.Add(cells);
        }

        return new CsvTable(columns, rows);
    }

    // The simulator writes no line feeds inside a cell.
    private static string[] Cells(string line)
    {
        var cells = new List<string>();
        var cell = new StringBuilder();
        var quoted = false;
        for (var place = 0; place < line.Length; place++)
        {
            var letter = line[place];
            if (quoted && letter == '"' && place + 1 < line.Length && line[place + 1] == '"')
            {
                cell.Append('"');
                place++;
            }
            else if (letter == '"')
            {
                quoted = !quoted;
            }
            else if (letter == ',' && !quoted)
            {
                cells.Add(cell.ToString());
                cell.Clear();
            }
            else
            {
                cell.Append(letter);
            }
        }

        cells.Add(cell.ToString());
        return [.. cells];
    }
}
