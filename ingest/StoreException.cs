namespace ClaimInsights.Ingest;

/// <summary>A claim store cannot be opened or written; it is as it was. The message is one line for its keeper.</summary>
/// <param name="message">Where, what was found, what was expected, what to do.</param>
/// <param name="inner">What was caught, if anything.</param>
public sealed class StoreException(string message, Exception? inner = null) : Exception(message.ReplaceLineEndings(" "), inner);
