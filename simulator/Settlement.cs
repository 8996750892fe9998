namespace ClaimInsights.Simulator;

/// <summary>Decides a claim: covered or not, which reason, how much, and the days of the later stages.</summary>
internal sealed class Settlement(SimulationOptions options, Biases biases)
{
    /// <summary>Fills in the outcome of a claim's first version.</summary>
    public void Decide(Claim claim, IReadOnlyList<Service> services)
    {
        var chance = Chance.For(options.Seed, Purpose.Decision, claim.Number);
        Attribute(claim, ref chance);
        var missing = LastKnownService(claim, services) > 500 && !claim.MaintenanceRecord;
        Judge(claim, missing, ref chance);
        LaterStages(claim, ref chance);
        Bend(claim);
        Close(claim, ref chance);
    }

    /// <summary>The day on which the claim closes when no bias delays it.</summary>
    public int ClosedWithoutBias(Claim claim) => claim.ClosedOn - DelayOf(claim);

    /// <summary>Sets the verdict, the amount that goes with it and the remedy.</summary>
    public static void Conclude(Claim claim, string verdict, string? reason, double share)
    {
        claim.Verdict = verdict;
        claim.RejectionReason = verdict is "rejected" or "partly_paid" ? reason : null;
        claim.RejectionNote = null;
        claim.ApprovedAmount = verdict switch
        {
            "paid" => claim.Claimed,
            "partly_paid" or "goodwill" => (long)(claim.Claimed * share),
            _ => 0,
        };
    }

    private static int LastKnownService(Claim claim, IReadOnlyList<Service> services)
    {
        var last = claim.Vehicle.InServiceOn;
        foreach (var service in services)
        {
            last = service.ServicedOn <= claim.RepairInOn ? Math.Max(last, service.ServicedOn) : last;
        }

        return claim.RepairInOn - last;
    }

    private static void Attribute(Claim claim, ref Chance chance)
    {
        var draw = chance.Next();
        var wears = claim.Failure.Chart.Mode.Code == "WEAR" || claim.Part.Class == "wear";
        if (claim.Failure.Origin == Origin.Disguised)
        {
            claim.Attribution = "manufacturing";
        }
        else if (claim.Failure.Origin == Origin.Open)
        {
            claim.Attribution = claim.Failure.Damage is Damage.Impact or Damage.Flood && draw < .4 ? "external" : "owner";
        }
        else
        {
            var wear = wears ? .2 : .015;
            claim.Attribution = draw < .045 ? "unknown" : draw < .045 + wear ? "wear" : draw < .052 + wear ? "external" : draw < .06 + wear ? "owner" : "manufacturing";
        }

        var appraised = chance.Happens(.43);
        var finding = chance.Next();
        claim.Appraisal = !appraised ? "none" : claim.Failure.Origin == Origin.Open || claim.Attribution == "owner"
            ? finding < .8 ? "owner_caused" : finding < .93 ? "external" : "no_fault_found"
            : finding < (claim.IsDisguised ? .8 : .84) ? "confirmed_defect" : finding < .97 ? "no_fault_found" : "external";
    }

    private static void Judge(Claim claim, bool missingServices, ref Chance chance)
    {
        var (draw, second, share) = (chance.Next(), chance.Next(), chance.Between(.35, .9));
        var vehicle = claim.Vehicle;
        var failedOn = claim.Failure.FailedOn;
        var withdrawn = chance.Happens(.012);
        Conclude(claim, "paid", null, 1);
        if (claim.CampaignCode is not null)
        {
            return;
        }

        if (!claim.Authorised)
        {
            Conclude(claim, draw < .85 ? "rejected" : "goodwill", "unauthorised_shop", share);
        }
        else if (failedOn > vehicle.WarrantyEnd || claim.OdometerKm > vehicle.WarrantyKm)
        {
            var reason = failedOn > vehicle.WarrantyEnd ? "out_of_time" : "out_of_mileage";
            Conclude(claim, draw < .74 ? "rejected" : draw < .95 ? "goodwill" : "paid", reason, share);
        }
        else if (withdrawn)
        {
            Conclude(claim, "withdrawn", null, 0);
        }
        else if (claim.Failure.Origin == Origin.Open)
        {
            Conclude(claim, draw < .9 ? "rejected" : draw < .93 ? "partly_paid" : draw < .96 ? "goodwill" : "paid", OwnersReason(claim.Failure.Damage!.Value, second), share);
        }
        else if (ReasonAgainst(claim, missingServices, draw) is { } reason)
        {
            Conclude(claim, "rejected", reason, 0);
        }
        else if (draw > .963)
        {
            Conclude(claim, "partly_paid", second < .35 ? "wrong_code" : second < .6 ? "insufficient_evidence" : second < .75 ? "wear_item" : "other", share);
        }
        else if (draw > .958)
        {
            Conclude(claim, "goodwill", null, share);
        }
    }

    private static string OwnersReason(Damage damage, double draw) => damage switch
    {
        Damage.Impact => draw < .45 ? "accident" : "owner_damage",
        Damage.Flood => draw < .3 ? "accident" : draw < .9 ? "owner_damage" : "other",
        Damage.Neglect => draw < .75 ? "lack_of_maintenance" : "owner_damage",
        Damage.WrongFluid => draw < .4 ? "lack_of_maintenance" : "owner_damage",
        _ => draw < .85 ? "owner_damage" : "other",
    };

    private static string? ReasonAgainst(Claim claim, bool missingServices, double draw)
    {
        ReadOnlySpan<(string Reason, double Chance)> reasons =
        [
            ("insufficient_evidence", .012 + (claim.Photos <= 1 ? .03 : 0) + (claim.OldPartReturned ? 0 : .02)),
            ("wear_item", claim.Attribution == "wear" ? .35 : .002),
            ("lack_of_maintenance", missingServices ? .05 : .001),
            ("owner_damage", claim.Attribution is "owner" or "external" ? .5 : .003),
            ("no_fault_found", claim.Appraisal == "no_fault_found" ? .12 : .002),
            ("wrong_code", claim.Miscoded ? .05 : .004),
            ("commercial_use", claim.Vehicle.Commercial ? .008 : .001),
            ("accident", .002),
            ("other", .004),
        ];
        foreach (var (reason, chance) in reasons)
        {
            draw -= chance;
            if (draw < 0)
            {
                return reason;
            }
        }

        return null;
    }

    private void LaterStages(Claim claim, ref Chance chance)
    {
        var decision = (int)(chance.LogNormal(6, .7) * Math.Sqrt(claim.Dealer.Lag));
        var payment = (int)chance.LogNormal(8, .5);
        var closing = (int)chance.LogNormal(4, .7);
        var followUp = 2 + (int)chance.LogNormal(7, .6);
        var called = chance.Happens(.72);
        if (claim.InspectedOn != Day.None)
        {
            claim.InspectedOn += DelayOf(claim);
        }

        claim.DecidedOn = (claim.InspectedOn == Day.None ? claim.ReportedOn + 3 + DelayOf(claim) : claim.InspectedOn) + decision;
        claim.PaidOn = claim.DecidedOn + payment;
        claim.ClosedOn = claim.PaidOn + closing;
        claim.FollowedUpOn = called ? claim.ClosedOn + followUp : Day.None;
    }

    /// <summary>Days that the slow stage adds to an inspection.</summary>
    private int DelayOf(Claim claim)
    {
        if (!options.SlowStage || claim.Dealer.Province != biases.SlowProvince || claim.ReportedOn < biases.SlowFrom)
        {
            return 0;
        }

        var chance = Chance.For(options.Seed, Purpose.Bias, claim.Number, 1);
        return (int)(chance.LogNormal(3.5, .6) * (biases.SlowFactor - 1));
    }

    // Draws of their own, so that the switches change nothing else.
    private void Bend(Claim claim)
    {
        var chance = Chance.For(options.Seed, Purpose.Bias, claim.Number, 2);
        var (unfair, stricter, reason) = (chance.Next(), chance.Next(), chance.Next());
        if (claim.Verdict != "paid" || claim.CampaignCode is not null || claim.Failure.Origin == Origin.Padding)
        {
            return;
        }

        if (options.UnfairDealer && claim.DealerCode == biases.UnfairDealer.Code && unfair < biases.UnfairRejection)
        {
            Conclude(claim, "rejected", reason < .5 ? "insufficient_evidence" : reason < .8 ? "other" : "wrong_code", 0);
        }
        else if (options.RuleChange && claim.DecidedOn >= biases.RuleChangeFrom && (claim.Photos <= 1 || !claim.OldPartReturned) && stricter < biases.StricterRejection * .5)
        {
            Conclude(claim, "rejected", "insufficient_evidence", 0);
        }
    }

    private static void Close(Claim claim, ref Chance chance)
    {
        var chinese = claim.Dealer.Province % 3 != 1 || chance.Happens(.3);
        var worded = chance.Happens(.9);
        var happy = chance.Next();
        if (claim.RejectionReason is { } reason)
        {
            claim.RejectionNote = worded ? RejectionNotes.Of(reason, chinese, ref chance) : null;
        }

        if (claim.ApprovedAmount == 0)
        {
            claim.PaidOn = Day.None;
        }

        if (claim.Verdict is "rejected" or "withdrawn")
        {
            claim.Remedy = "none";
        }

        var days = claim.ClosedOn - claim.Failure.FailedOn;
        var mood = (happy * 4.2) + 1.3 - (days > 60 ? .8 : days > 35 ? .3 : 0) - (claim.Verdict == "rejected" ? 1.5 : claim.Verdict == "partly_paid" ? .7 : 0);
        claim.Satisfaction = Math.Clamp((int)Math.Round(mood), 1, 5);
    }
}
