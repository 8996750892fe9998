namespace ClaimInsights.App;

/// <summary>What was asked for cannot be done; the message says what was found, what was expected, what to do.</summary>
/// <param name="message">One line for the user.</param>
public sealed class RequestException(string message) : Exception(message);
