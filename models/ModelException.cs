namespace ClaimInsights.Models;

/// <summary>A model cannot be trained, read or used; the message says where, what was found, what was expected, what to do.</summary>
/// <param name="message">One line for the user.</param>
/// <param name="cause">What was thrown below, if anything.</param>
public sealed class ModelException(string message, Exception? cause = null) : Exception(message, cause);
