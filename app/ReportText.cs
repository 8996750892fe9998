namespace ClaimInsights.App;

/// <summary>Where the report is, as the last line.</summary>
internal static class ReportText
{
    public static void Print(TextWriter output, string index, bool isJson)
    {
        if (isJson)
        {
            JsonResult.Print(output, new { Report = index });
        }
        else
        {
            output.WriteLine(index);
        }
    }
}
