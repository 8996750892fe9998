namespace ClaimInsights.Simulator;

/// <summary>What becomes of a decided claim: appeals, corrections, resubmissions and bills sent twice.</summary>
internal sealed class Versions(SimulationOptions options)
{
    /// <summary>The claim, its later version where there is one, and claims that repeat it; the last version of each number is current.</summary>
    public void Of(Claim claim, List<Claim> rows)
    {
        rows.Add(claim);
        var chance = Chance.For(options.Seed, Purpose.Versions, claim.Number);
        var (appealed, overturned, corrected, resubmitted, twice) = (chance.Next(), chance.Next(), chance.Next(), chance.Next(), chance.Next());
        var pause = 6 + (int)chance.Exponential(20);
        var work = 1 + chance.Below(12);
        var payment = 4 + chance.Below(10);
        var late = claim.RejectionReason is "out_of_time" or "out_of_mileage" or "unauthorised_shop";
        if (claim.CampaignCode is not null)
        {
            return;
        }

        if (claim.Verdict is "rejected" or "partly_paid")
        {
            if (appealed < (late ? .12 : .3))
            {
                rows.Add(Appealed(claim, overturned < (late ? .12 : .4), pause, work, payment, ref chance));
            }
            else if (claim.Verdict == "rejected" && claim.RejectionReason is "insufficient_evidence" or "wrong_code" && resubmitted < .22)
            {
                rows.Add(Resubmitted(claim, pause, work, payment));
            }
        }
        else if (claim.Verdict == "paid" && corrected < .022)
        {
            rows.Add(Corrected(claim, pause, work, payment, ref chance));
        }
        else if (claim.Verdict == "paid" && twice < .004)
        {
            rows.Add(SentTwice(claim, pause, work));
        }
    }

    private static Claim Appealed(Claim claim, bool overturned, int pause, int work, int payment, ref Chance chance)
    {
        var next = claim with { Version = 2, Appeal = overturned ? "overturned" : "upheld" };
        next.DecidedOn = claim.ClosedOn + pause;
        if (overturned)
        {
            Settlement.Conclude(next, "paid", null, 1);
            next.Remedy = claim.Failure.Chart.Mode.Code == "SOFT" ? "repair" : "replace_part";
        }

        Finish(next, work, payment, claim.FollowedUpOn != Day.None);
        next.Satisfaction = overturned ? chance.Between(2, 5) : chance.Between(1, 3);
        return next;
    }

    private static Claim Corrected(Claim claim, int pause, int work, int payment, ref Chance chance)
    {
        var next = claim with { Version = 2 };
        next.DecidedOn = claim.ClosedOn + pause;
        if (claim.Miscoded && chance.Happens(.6))
        {
            next.FailureMode = claim.Failure.Chart.Mode.Code;
        }
        else
        {
            next.PartsAmount = (long)(claim.PartsAmount * chance.Between(.75, .98));
            next.ApprovedAmount = next.Claimed;
        }

        Finish(next, work, payment, claim.FollowedUpOn != Day.None);
        return next;
    }

    private Claim Resubmitted(Claim claim, int pause, int work, int payment)
    {
        var number = claim.Number | 1;
        var next = claim with { Number = number, ClaimId = ClaimNumbers.Of('W', options.Seed, number), PriorClaimId = claim.ClaimId };
        next.Photos = claim.Photos + 2;
        next.OldPartReturned = true;
        next.PartReturnedOn = claim.PartReturnedOn == Day.None ? claim.ClosedOn + 3 : claim.PartReturnedOn;
        next.ReportedOn = claim.ClosedOn + 2;
        next.InspectedOn = next.ReportedOn + (pause / 2);
        next.DecidedOn = next.ReportedOn + pause;
        next.FailureMode = claim.RejectionReason == "wrong_code" ? claim.Failure.Chart.Mode.Code : claim.FailureMode;
        Settlement.Conclude(next, "paid", null, 1);
        next.Remedy = "replace_part";
        Finish(next, work, payment, claim.FollowedUpOn != Day.None);
        return next;
    }

    private Claim SentTwice(Claim claim, int pause, int work)
    {
        var number = claim.Number | 2;
        var next = claim with { Number = number, ClaimId = ClaimNumbers.Of('W', options.Seed, number) };
        next.ReportedOn = claim.ReportedOn + 3 + pause;
        next.InspectedOn = Day.None;
        next.DecidedOn = next.ReportedOn + work + 3;
        Settlement.Conclude(next, "rejected", "duplicate", 0);
        next.RejectionNote = RejectionNoteOf(claim);
        next.Remedy = "none";
        Finish(next, work, 0, false);
        return next;
    }

    private static string RejectionNoteOf(Claim claim) => claim.Dealer.WritesChinese ? "重复索赔" : "already claimed";

    private static void Finish(Claim claim, int work, int payment, bool called)
    {
        claim.PaidOn = claim.ApprovedAmount > 0 ? claim.DecidedOn + payment : Day.None;
        claim.ClosedOn = claim.DecidedOn + payment + work;
        claim.FollowedUpOn = called ? claim.ClosedOn + 4 : Day.None;
    }
}
