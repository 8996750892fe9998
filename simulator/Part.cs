using System.Globalization;

namespace ClaimInsights.Simulator;

/// <summary>A part of the catalogue.</summary>
/// <param name="Index">Position in the catalogue.</param>
/// <param name="Code">The maker's part number.</param>
/// <param name="Name">English name.</param>
/// <param name="NameZh">Chinese name.</param>
/// <param name="Group">System that it belongs to.</param>
/// <param name="Class">Class for the three-guarantees rules.</param>
/// <param name="Powertrains">Powertrains it is fitted to; none = all.</param>
/// <param name="Price">List price.</param>
/// <param name="Hours">Standard hours of replacing it.</param>
/// <param name="Modes">Codes of the ways in which it fails.</param>
internal sealed record Part(
    int Index, string Code, string Name, string NameZh, string Group, string Class, string[] Powertrains, double Price, double Hours, string[] Modes)
{
    /// <summary>The groups of parts, in the catalogue's order.</summary>
    public static readonly string[] Groups =
    [
        "engine", "fuel", "cooling", "gearbox", "brake", "steering", "suspension", "wheel", "body", "light",
        "wiring", "control", "battery", "drive", "hvac", "interior", "infotainment", "exhaust",
    ];

    /// <summary>Every part.</summary>
    public static readonly Part[] All = [.. PartList.Lines.Split('\n').Select((line, index) => Parse(line.Trim(), index))];

    /// <summary>True where vehicles with that powertrain have the part.</summary>
    public bool Fits(string powertrain) => Powertrains.Length == 0 || Powertrains.Contains(powertrain);

    private static Part Parse(string line, int index)
    {
        var cells = line.Split('|');
        var group = Array.IndexOf(Groups, cells[2]);
        var suffix = "KLMNPRST"[(index * 5) % 8];
        var code = string.Create(CultureInfo.InvariantCulture, $"{1000 + (group * 157)}{100 + ((index * 37) % 900):000}-{suffix}{1 + (index % 4):00}");
        return new Part(
            index, code, cells[0], cells[1], cells[2], cells[3],
            cells[4].Split(';', StringSplitOptions.RemoveEmptyEntries),
            double.Parse(cells[5], CultureInfo.InvariantCulture),
            double.Parse(cells[6], CultureInfo.InvariantCulture),
            cells[7].Split(' '));
    }
}
