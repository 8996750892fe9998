namespace ClaimInsights.Analysis;

/// <summary>The request or the store does not allow an analysis; the message says where, what was found, what was expected, what to do.</summary>
/// <param name="message">One line for the user.</param>
/// <param name="cause">What was thrown below, if anything.</param>
public sealed class AnalysisException(string message, Exception? cause = null) : Exception(message, cause);
