namespace ClaimInsights.Simulator;

/// <summary>What a stream of chance is for: streams of different purposes never share a draw.</summary>
internal enum Purpose
{
    Charts, Lots, Dealers, Defects, Decoys,
    Vehicle, Mileage, SalesSurge, Services,
    Failures, FailureTimes, Planted, SeasonalSurge, Padding, Campaign, Disguised, Open,
    Facts, Coding, Evidence, Money, Stages, Narrative, Decision, Bias, Versions, Numbers, Review,
}
