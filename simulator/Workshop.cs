using System.Globalization;

namespace ClaimInsights.Simulator;

/// <summary>What happens to a failure at the dealer's: days, readings, codes, evidence, amounts, words.</summary>
internal sealed class Workshop(SimulationOptions options, Lots lots, Dealer[] dealers, Biases biases)
{
    private static readonly double[] NoRepairDays = [.35, .3, .2, .1, .05];

    /// <summary>The first version of the claim, before anybody decided it; stages up to the inspection.</summary>
    public Claim Receive(SimulatedVehicle vehicle, Failure failure, IReadOnlyList<Service> services)
    {
        var number = failure.Slot(vehicle) << 2;
        var visit = failure.Visit == 0 ? number : failure.Visit << 2;
        var atVisit = Chance.For(options.Seed, Purpose.Facts, visit);
        var dealer = DealerOf(vehicle, failure, ref atVisit);
        var unauthorised = atVisit.Happens(.013) && failure.Origin is not (Origin.Padding or Origin.Campaign);
        var claim = new Claim
        {
            Number = number,
            ClaimId = ClaimNumbers.Of('W', options.Seed, number),
            RepairOrderNo = ClaimNumbers.Of('R', options.Seed, visit),
            InvoiceNo = ClaimNumbers.Of('B', options.Seed, visit),
            Vehicle = vehicle,
            Failure = failure,
            Dealer = dealer,
            Part = failure.Chart.Part,
            DealerCode = unauthorised ? UnauthorisedShop.CodeOf(dealer) : dealer.Code,
            Authorised = !unauthorised,
            Technician = string.Create(CultureInfo.InvariantCulture, $"{dealer.Code}-{1 + atVisit.Below(2 + (int)Math.Min(9, dealer.Size * 2))}"),
            DecidedBy = string.Create(CultureInfo.InvariantCulture, $"K{(dealer.Province * 3) + 1 + atVisit.Below(3):00}"),
            CampaignCode = failure.Origin == Origin.Campaign ? biases.CampaignCode : null,
        };
        Schedule(claim, ref atVisit);
        Read(claim, services, ref atVisit);
        Code(claim);
        GiveEvidence(claim);
        Bill(claim);
        var words = Chance.For(options.Seed, Purpose.Narrative, number);
        Narrative.Write(claim, dealer.WritesChinese, ref words);
        return claim;
    }

    private Dealer DealerOf(SimulatedVehicle vehicle, Failure failure, ref Chance chance)
    {
        var away = chance.Happens(.13);
        var other = dealers[chance.Below(dealers.Length)];
        return away && failure.Origin is not Origin.Padding ? other : vehicle.Dealer;
    }

    private static void Schedule(Claim claim, ref Chance chance)
    {
        var failure = claim.Failure;
        var slow = failure.Origin switch { Origin.Disguised => 1.2, Origin.Open => 1.3, _ => 1 };
        var lag = chance.LogNormal(4, 1) * slow;
        var tail = chance.Happens(.04) ? chance.Exponential(70) : 0;
        var unsaid = chance.Happens(.04);
        claim.ReportedOn = failure.FailedOn + (int)(lag + tail);
        claim.FailedOn = unsaid || failure.Origin == Origin.Campaign ? Day.None : failure.FailedOn;
        claim.RepairInOn = claim.ReportedOn + chance.Weighted([.55, .2, .12, .08, .05]);
        claim.RepairOutOn = claim.RepairInOn + chance.Weighted(NoRepairDays) + (chance.Happens(.08) ? (int)chance.Exponential(14) : 0);
        var inspection = chance.LogNormal(3, .7) * claim.Dealer.Lag;
        var uninspected = chance.Happens(.03);
        claim.InspectedOn = claim.ReportedOn + (int)inspection;
        if (uninspected)
        {
            claim.InspectedOn = Day.None;
        }
    }

    private static void Read(Claim claim, IReadOnlyList<Service> services, ref Chance chance)
    {
        var vehicle = claim.Vehicle;
        var km = vehicle.KmOn(claim.RepairInOn);
        if (claim.Failure.Damage == Damage.Rollback)
        {
            km = RolledBack(claim, services, km, ref chance);
        }

        claim.OdometerKm = Odometer.Write(km, .018, ref chance);
    }

    // Most remember to stay above what the last service wrote down.
    private static double RolledBack(Claim claim, IReadOnlyList<Service> services, double km, ref Chance chance)
    {
        var careful = chance.Happens(.65);
        var rolled = km * chance.Between(.55, .88);
        var over = chance.Between(100.0, 2500);
        foreach (var service in services)
        {
            if (careful && service.ServicedOn < claim.RepairInOn && service.OdometerKm + over < km)
            {
                rolled = Math.Max(rolled, service.OdometerKm + over);
            }
        }

        var limit = claim.Vehicle.WarrantyKm;
        return rolled < limit ? rolled : limit * (.75 + (.24 * (rolled - Math.Floor(rolled))));
    }

    private void Code(Claim claim)
    {
        var chance = Chance.For(options.Seed, Purpose.Coding, claim.Number);
        var chart = claim.Failure.Chart;
        var wrongMode = chance.Happens(claim.Dealer.WrongMode);
        var unknown = chance.Happens(claim.Dealer.Unknown);
        var otherMode = claim.Part.Modes[chance.Below(claim.Part.Modes.Length)];
        var strange = Mode.All[chance.Below(Mode.All.Length)].Code;
        var wrongPart = chance.Happens(.012);
        var neighbours = Part.All.Where(part => part.Group == claim.Part.Group && part.Fits(claim.Vehicle.Powertrain)).ToArray();
        var neighbour = chance.Pick(neighbours);
        claim.FailureMode = unknown ? Mode.Unknown : wrongMode ? (chance.Happens(.8) ? otherMode : strange) : chart.Mode.Code;
        claim.Part = wrongPart ? neighbour : claim.Part;
        claim.Miscoded = claim.FailureMode != chart.Mode.Code || claim.Part != chart.Part;
        claim.ComplaintCode = $"C{(chance.Happens(.75) ? Array.FindIndex(Mode.All, mode => mode.Code == chart.Mode.Code) : chance.Below(Mode.All.Length)) + 10}";
        var lot = lots.At(claim.Part.Index, claim.Vehicle.Plant, claim.Vehicle.BuiltOn);
        var known = chance.Happens(.86);
        var misread = chance.Happens(.01);
        var otherLots = lots.Of(claim.Part.Index, claim.Vehicle.Plant);
        var read = misread ? chance.Pick(otherLots) : lot;
        claim.SupplierCode = known ? read.Supplier : null;
        claim.PartBatch = known && chance.Happens(.95) ? read.Batch : null;
    }

    private void GiveEvidence(Claim claim)
    {
        var chance = Chance.For(options.Seed, Purpose.Evidence, claim.Number);
        var worse = claim.Failure.Origin switch { Origin.Disguised => .86, Origin.Padding => .8, _ => 1 };
        claim.Photos = chance.Poisson(claim.Dealer.Photos * worse);
        claim.OldPartReturned = chance.Happens(claim.Dealer.ReturnsParts * worse);
        var electric = claim.Part.Group is "wiring" or "control" or "battery" or "drive" or "infotainment" or "light";
        claim.FaultCodesRead = chance.Happens((electric ? .78 : .42) * ((1 + worse) / 2));
        var served = claim.Vehicle.DaysSinceService(claim.RepairInOn) < 420;
        claim.MaintenanceRecord = chance.Happens(served ? (claim.Vehicle.Elsewhere ? .55 : .82) : .4);
        var transport = chance.Between(3, 25);
        var analysis = chance.Between(5, 60);
        var analysed = chance.Happens(.4);
        if (claim.OldPartReturned)
        {
            claim.PartReturnedOn = claim.RepairOutOn + transport;
            claim.PartAnalysedOn = analysed ? claim.PartReturnedOn + analysis : Day.None;
        }
    }

    private void Bill(Claim claim)
    {
        var chance = Chance.For(options.Seed, Purpose.Money, claim.Number);
        var part = claim.Part;
        var replaced = chance.Happens(claim.Failure.Chart.Mode.Code == "SOFT" ? .25 : .8);
        var generous = claim.Failure.Origin switch { Origin.Disguised => 1.06, Origin.Padding => 1.25, _ => 1 };
        var size = 1 + (.05 * (claim.Vehicle.Model % 5));
        claim.StandardHours = (long)Math.Round(100 * part.Hours * (replaced ? 1 : .6));
        claim.LabourHours = Math.Max(10, (long)Math.Round(10 * part.Hours * (replaced ? 1 : .6) * generous * Math.Sqrt(claim.Dealer.Cost) * chance.LogNormal(1, .18)) * 10);
        claim.LabourAmount = (long)Math.Round(claim.LabourHours * claim.Dealer.Rate);
        claim.PartsAmount = (long)Math.Round(100 * part.Price * size * (replaced ? 1 : .12) * claim.Dealer.Cost * chance.LogNormal(1, .1));
        var further = chance.Happens(.16 * generous * (claim.Failure.Damage is Damage.Impact or Damage.WrongFluid ? 1.6 : 1));
        var others = Part.All.Where(other => other.Group == part.Group && other != part && other.Fits(claim.Vehicle.Powertrain)).ToArray();
        var other = others.Length == 0 ? part : chance.Pick(others);
        if (further && other != part)
        {
            claim.ReplacedParts = other.Code;
            claim.PartsAmount += (long)Math.Round(100 * other.Price * chance.Between(.3, 1));
        }

        var sublet = chance.Happens(claim.Failure.Damage is Damage.Impact or Damage.Flood ? .17 : .1);
        var subletAmount = (long)Math.Round(100 * chance.LogNormal(260, .5));
        claim.SubletAmount = sublet ? subletAmount : 0;
        var towed = chance.Happens(.09);
        var towing = (long)Math.Round(100 * chance.LogNormal(320, .4));
        claim.OtherAmount = towed ? towing : 0;
        claim.LabourOperation = $"{part.Code[..4]}{part.Index:00}{(replaced ? 'R' : 'S')}";
        claim.Remedy = !replaced ? "repair" : part.Class == "main" && part.Price > 2500 && chance.Happens(.35) ? "replace_assembly" : "replace_part";
    }
}
