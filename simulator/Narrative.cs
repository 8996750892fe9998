namespace ClaimInsights.Simulator;

/// <summary>Writes complaint, cause and correction: what honest and disguised claims say differs in frequency, never in vocabulary.</summary>
internal static class Narrative
{
    public static void Write(Claim claim, bool chinese, ref Chance chance)
    {
        var phrases = chinese ? Phrases.Chinese : Phrases.English;
        var part = chinese ? claim.Part.NameZh : claim.Part.Name;
        var mode = claim.Failure.Chart.Mode.Code;
        claim.Complaint = With(chance.Pick(phrases.Symptoms[mode]), part);
        var circumstance = chance.Pick(phrases.Circumstances);
        if (chance.Happens(.35))
        {
            claim.Complaint = Join(claim.Complaint, circumstance, phrases);
        }

        claim.Cause = With(chance.Pick(phrases.Findings[mode]), part);
        var remark = Remark(claim, phrases, ref chance);
        if (remark is not null)
        {
            claim.Cause = Join(claim.Cause, remark, phrases);
        }

        claim.Correction = With(chance.Pick(phrases.Corrections), part);
    }

    // A topic of its own, half of the time denied; more often the true one where the owner caused the damage.
    private static string? Remark(Claim claim, Phrases phrases, ref Chance chance)
    {
        var (own, frank) = claim.Failure.Origin switch
        {
            Origin.Open => (.75, .55),
            Origin.Disguised => (.55, .14),
            _ => (0.0, .05),
        };
        var speaks = chance.Happens(claim.Failure.Origin == Origin.Open ? .8 : .48);
        var topic = chance.Below(6);
        var itsOwn = chance.Happens(own);
        var denied = chance.Happens(.5);
        var plainly = chance.Happens(frank);
        var place = chance.Next();
        if (!speaks)
        {
            return null;
        }

        if (itsOwn && claim.Failure.Damage is { } damage)
        {
            topic = (int)damage;
            denied = false;
        }

        var choices = (denied ? phrases.Denials : plainly ? phrases.Explicit : phrases.Remarks)[topic];
        return choices[(int)(place * choices.Length)];
    }

    private static string With(string sentence, string part)
    {
        var text = sentence.Replace("{0}", part, StringComparison.Ordinal);
        return char.ToUpperInvariant(text[0]) + text[1..];
    }

    private static string Join(string first, string second, Phrases phrases)
    {
        var ended = first[^1] is '.' or '。' ? first : first + (phrases == Phrases.Chinese ? "。" : ".");
        return ended + phrases.Joint + second;
    }
}
