using System.Globalization;
using ClaimInsights.Ingest;

namespace ClaimInsights.App;

/// <summary>What a store has set aside, in words.</summary>
internal static class QuarantineText
{
    public static void Print(TextWriter output, IReadOnlyList<QuarantinedProblem> problems, IReadOnlyList<CorrectableFile> files, bool isJson)
    {
        if (isJson)
        {
            JsonResult.Print(output, new { Problems = problems, Files = files });
            return;
        }

        if (problems.Count == 0)
        {
            output.WriteLine("nothing is quarantined");
        }

        foreach (var problem in problems)
        {
            output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{problem.Rows,8}  {problem.Problem}: {problem.Meaning}"));
            foreach (var example in problem.Examples)
            {
                output.WriteLine("          " + example.ReplaceLineEndings(" "));
            }
        }

        foreach (var file in files)
        {
            var mapping = file.Mapping is null ? "" : $"; came with the mapping {file.Mapping}, and needs it again";
            output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{file.Path}: {file.Rows} rows of {file.DeliveredFile}{mapping}; what is wrong with each: {file.ProblemsPath}"));
        }
    }
}
