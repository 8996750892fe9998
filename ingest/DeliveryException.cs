namespace ClaimInsights.Ingest;

/// <summary>A delivery or its mapping cannot be taken in at all; nothing was stored. The message is one line for its sender.</summary>
/// <param name="message">Where, what was found, what was expected, what to do.</param>
/// <param name="inner">What was caught, if anything.</param>
public sealed class DeliveryException(string message, Exception? inner = null) : Exception(message.ReplaceLineEndings(" "), inner);
