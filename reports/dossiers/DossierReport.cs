using System.Security.Cryptography;
using System.Text;
using ClaimInsights.Reports.Charts;

namespace ClaimInsights.Reports.Dossiers;

/// <summary>Writes a dossier: one HTML page, its figure inside it, to print and to lay on the table.</summary>
public static class DossierReport
{
    private const int LongestName = 80;

    /// <summary>Writes the page; the same input gives the same bytes.</summary>
    /// <param name="input">Everything that it says.</param>
    /// <param name="folder">Made if need be; the page is written into it and nowhere else, whatever the claim is called.</param>
    /// <returns>Path of the page.</returns>
    /// <exception cref="ReportException">No font draws the language, or the folder cannot be written.</exception>
    public static string Write(DossierInput input, string folder)
    {
        ArgumentNullException.ThrowIfNull(input);
        var page = Compose(input);
        var path = Path.Combine(folder, FileName(input.Dossier.Claim?.ClaimId ?? input.Dossier.Vin ?? ""));
        try
        {
            Directory.CreateDirectory(folder);
            File.WriteAllText(path, page, new UTF8Encoding(false));
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException)
        {
            throw new ReportException($"{folder}: the dossier cannot be written there ({problem.Message}). Name another folder with --out DIR", problem);
        }

        return path;
    }

    /// <summary>The page, not written yet.</summary>
    internal static string Compose(DossierInput input)
    {
        var style = new ChartStyle(ReportFont.Choose(input.Language, input.FontFile), new Words(input.Language, isShare: false));
        return new DossierPage(input, style).Write();
    }

    /// <summary>A plain file name for any claim: other letters become dashes, and a hash keeps two claims apart.</summary>
    internal static string FileName(string id)
    {
        var plain = string.Concat(id.Take(LongestName).Select(letter => char.IsAsciiLetterOrDigit(letter) || letter is '-' or '_' ? letter : '-'));
        var isWhole = plain == id && id.Length > 0;
        return isWhole ? $"dossier-{plain}.html" : $"dossier-{plain}-{Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(id)))[..8]}.html";
    }
}
