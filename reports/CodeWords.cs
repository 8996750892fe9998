namespace ClaimInsights.Reports;

/// <summary>What the codes of the contract are called in the words of a report, for texts outside of it.</summary>
public static class CodeWords
{
    /// <summary>A rejection reason, such as <c>out_of_time</c>, in words; the code itself where it has none.</summary>
    public static string Reason(Language language, string code) => new Words(language, isShare: false).Code("reason", code);
}
