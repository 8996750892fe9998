namespace ClaimInsights.Reports;

/// <summary>A report cannot be written; the message says what is missing and what to do.</summary>
/// <param name="message">One line for the user.</param>
/// <param name="cause">What was thrown below, if anything.</param>
public sealed class ReportException(string message, Exception? cause = null) : Exception(message, cause);
