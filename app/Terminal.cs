namespace ClaimInsights.App;

/// <summary>Where a command speaks to: results on <paramref name="Output"/>, the rest on <paramref name="Error"/>.</summary>
/// <param name="Output">Standard output: results only.</param>
/// <param name="Error">Standard error: progress, notes, errors.</param>
/// <param name="IsInteractive">A person watches: progress bars instead of plain lines.</param>
/// <param name="Time">The clock, for receipts and for how long a step took.</param>
public sealed record Terminal(TextWriter Output, TextWriter Error, bool IsInteractive, TimeProvider Time);
