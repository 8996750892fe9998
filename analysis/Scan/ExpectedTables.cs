using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace ClaimInsights.Analysis.Scan;

/// <summary>
/// Claims expected of every combination of values and build week, and of every plant and build day, of sixteen charts at
/// a time: the lanes of one vector. Its buffers serve many charts, one after the other; one instance per thread.
/// </summary>
internal sealed class ExpectedTables
{
    /// <summary>Charts at a time.</summary>
    public const int Lanes = 16;

    /// <summary>Weeks that are written out together: a rule's weeks lie side by side, and one at a time would touch a place of memory far from the last.</summary>
    private const int Together = 8;

    /// <summary>So many claims at high mileage, as all charts show them, are added to those of an intensity of use.</summary>
    private const double IntensityShrinkage = 20;

    private readonly ScanFleet fleet;
    private readonly float[] hazards;
    private readonly float[] ofFirst;
    private readonly float[] fitted;
    private readonly float[] intensities = new float[LifeBand.Intensities * Lanes];
    private readonly Vector512<float>[] tables;
    private readonly Vector512<float>[] plantDays;
    private readonly KindSums sums;
    private readonly Vector512<float>[] ofWeeks;
    private MonthCells? each;
    private IReadOnlyList<Population> leftOut = [];

    public ExpectedTables(ScanFleet fleet)
    {
        this.fleet = fleet;
        hazards = new float[fleet.Hazards * Lanes];
        ofFirst = new float[fleet.Hazards];
        fitted = new float[fleet.Strata.Count * Lanes];
        tables = new Vector512<float>[fleet.Weeks * fleet.FirstRule[^1]];
        plantDays = new Vector512<float>[fleet.Days * fleet.Plants.Count];
        ofWeeks = new Vector512<float>[Together * (fleet.FirstRule[^1] + 1)];
        sums = fleet.RuleLevels.Reverse().Aggregate((KindSums?)null, (next, level) => new KindSums(level, next))!;
    }

    /// <summary>Puts a chart into a lane: what a vehicle of each history is expected to claim in a stretch of its life; the same of all lanes.</summary>
    public void Set(int lane, ScanChart? chart, ChartNull? expected, ClosingPace pace, double scale, LifeBand band = default)
    {
        for (var stratum = 0; stratum < fleet.Strata.Count; stratum++)
        {
            fitted[(stratum * Lanes) + lane] = chart is not null && chart.IsFitted[stratum] ? 1 : 0;
        }

        expected?.Accumulate(pace, scale, hazards, lane, Lanes, band.FromAge);
        for (var intensity = 0; intensity < LifeBand.Intensities; intensity++)
        {
            intensities[(intensity * Lanes) + lane] = 1;
        }
    }

    /// <summary>
    /// At high mileage: who drives more fails more in a month, whatever the age, and no defect is in it. Each intensity of use has a factor of its own, from the chart's
    /// claims, drawn to what all charts show. To be asked after <see cref="Set"/>, before anything is added up.
    /// </summary>
    /// <param name="lane">Lane of the chart.</param>
    /// <param name="claims">The chart's claims at high mileage; without a lane's chart none.</param>
    /// <param name="expected">What is expected of each intensity, as <see cref="ByIntensity"/> has it, of the same vehicles; <see cref="LifeBand.Intensities"/> × lanes.</param>
    /// <param name="usual">Factors that all charts show.</param>
    public void Intensify(int lane, IEnumerable<ChartClaim> claims, ReadOnlySpan<float> expected, IReadOnlyList<double> usual)
    {
        Span<int> seen = stackalloc int[LifeBand.Intensities];
        foreach (var claim in claims)
        {
            seen[claim.Intensity]++;
        }

        for (var intensity = 0; intensity < LifeBand.Intensities; intensity++)
        {
            var place = (intensity * Lanes) + lane;
            intensities[place] = (float)((seen[intensity] + (IntensityShrinkage * usual[intensity])) / (expected[place] + IntensityShrinkage));
        }
    }

    /// <summary>What is expected of each intensity of use at the end of a month, all being the same: <see cref="LifeBand.Intensities"/> × lanes.</summary>
    public float[] ByIntensity(MonthCells cells)
    {
        var hazard = MemoryMarshal.Cast<float, Vector512<float>>(hazards);
        var fit = MemoryMarshal.Cast<float, Vector512<float>>(fitted);
        var sums = new Vector512<float>[LifeBand.Intensities];
        for (var week = 0; week < cells.Weeks; week++)
        {
            foreach (var of in cells.Of(week))
            {
                sums[of.Intensity] += OfVehicle(hazard, of) * fit[of.Stratum] * of.Vehicles;
            }
        }

        return MemoryMarshal.Cast<Vector512<float>, float>(sums.AsSpan()).ToArray();
    }

    /// <summary>Adds up what is expected at the end of a month of all vehicles sold by then.</summary>
    /// <param name="cells">The vehicles as they are at that time; what is expected of plants and build days is known where they are by day.</param>
    public void AddUp(MonthCells cells)
    {
        var hazard = MemoryMarshal.Cast<float, Vector512<float>>(hazards);
        var fit = MemoryMarshal.Cast<float, Vector512<float>>(fitted);
        var intensity = MemoryMarshal.Cast<float, Vector512<float>>(intensities);
        Begin(cells.Weeks);
        for (var week = 0; week < Weeks; week++)
        {
            var of = cells.Of(week);
            var rules = RulesOf(week);
            for (var i = 0; i < of.Length;)
            {
                var (stratum, sum) = (of[i].Stratum, Vector512<float>.Zero);
                var own = fit[stratum];
                for (; i < of.Length && of[i].Stratum == stratum; i++)
                {
                    var expected = OfVehicle(hazard, of[i]) * own * of[i].Vehicles;
                    expected = cells.IsFar ? expected * intensity[of[i].Intensity] : expected;
                    sum += expected;
                    if (cells.IsByDay)
                    {
                        plantDays[of[i].PlantDay] += expected;
                    }
                }

                sums.Add(stratum, sum, rules);
            }

            EndWeek(week);
        }
    }

    /// <summary>What is expected of some vehicles and the first lane alone; see <see cref="OfCell"/> too.</summary>
    /// <param name="cells">The vehicles as they are at that time.</param>
    /// <param name="without">Populations that are left out.</param>
    public void AddUpEach(MonthCells cells, IReadOnlyList<Population> without)
    {
        var (from, to) = BeginEach(cells, without);
        Begin(cells.Weeks);
        for (var week = 0; week < Weeks; week++)
        {
            if (week >= from && week <= to)
            {
                AddCells(week);
            }
            else
            {
                AddAlike(week);
            }

            EndWeek(week);
        }
    }

    /// <summary><see cref="ByIntensity"/> of some vehicles and the first lane alone.</summary>
    /// <inheritdoc cref="AddUpEach"/>
    public float[] ByIntensityEach(MonthCells cells, IReadOnlyList<Population> without)
    {
        var (from, to) = BeginEach(cells, without);
        var sums = new float[LifeBand.Intensities * Lanes];
        for (var week = 0; week < cells.Weeks; week++)
        {
            if (week >= from && week <= to)
            {
                for (var cell = fleet.EndOfWeek(week - 1); cell < fleet.EndOfWeek(week); cell++)
                {
                    sums[fleet.IntensityOf(cell) * Lanes] += OfCell(cell);
                }
            }
            else
            {
                foreach (var of in cells.Of(week))
                {
                    sums[of.Intensity * Lanes] += fitted[of.Stratum * Lanes] * OfAlike(of);
                }
            }
        }

        return sums;
    }

    /// <summary>One lane alone: its hazards side by side are found sooner than among the others'. Tells in which weeks some vehicles may be left out; in others those exposed alike are one.</summary>
    private (int From, int To) BeginEach(MonthCells cells, IReadOnlyList<Population> without)
    {
        for (var place = 0; place < ofFirst.Length; place++)
        {
            ofFirst[place] = hazards[place * Lanes];
        }

        (each, leftOut) = (cells, [.. without]);
        return without.Count == 0 ? (1, 0) : (fleet.WeekOfDay[without.Min(one => one.FromDay)], fleet.WeekOfDay[without.Max(one => one.ToDay)]);
    }

    private void AddAlike(int week)
    {
        var of = each!.Of(week);
        var rules = RulesOf(week);
        var days = MemoryMarshal.Cast<Vector512<float>, float>(plantDays.AsSpan());
        for (var i = 0; i < of.Length;)
        {
            var (stratum, sum) = (of[i].Stratum, 0f);
            var isFitted = fitted[stratum * Lanes] > 0;
            for (; i < of.Length && of[i].Stratum == stratum; i++)
            {
                if (isFitted)
                {
                    var expected = OfAlike(of[i]);
                    sum += expected;
                    if (each.IsByDay)
                    {
                        days[of[i].PlantDay * Lanes] += expected;
                    }
                }
            }

            sums.Add(stratum, Vector512.CreateScalar(sum), rules);
        }
    }

    private void AddCells(int week)
    {
        var rules = RulesOf(week);
        var days = MemoryMarshal.Cast<Vector512<float>, float>(plantDays.AsSpan());
        for (int cell = fleet.EndOfWeek(week - 1), end = fleet.EndOfWeek(week); cell < end;)
        {
            var (stratum, sum) = (fleet.Stratum[cell], 0f);
            for (; cell < end && fleet.Stratum[cell] == stratum; cell++)
            {
                var expected = OfCell(cell);
                sum += expected;
                if (each!.IsByDay)
                {
                    days[fleet.PlantDayOf(cell) * Lanes] += expected;
                }
            }

            sums.Add(stratum, Vector512.CreateScalar(sum), rules);
        }
    }

    /// <summary>Claims expected of one cell of vehicles, as <see cref="AddUpEach"/> was asked last.</summary>
    public float OfCell(int cell) =>
        fitted[fleet.Stratum[cell] * Lanes] > 0 && !Population.IsIn(leftOut, fleet.Stratum[cell], fleet.Day[cell]) && fleet.HazardOf(cell, each!.Month, each.IsFar) is { } of
            ? OfVehicle(of.All, of.Before) * OfIntensity(each.IsFar ? fleet.IntensityOf(cell) : 0) * (float)fleet.Vehicles[cell] : 0;

    /// <summary>Claims expected of vehicles that are exposed alike and have the part, in the first lane.</summary>
    private float OfAlike(MonthCell of) => OfVehicle(of.Hazard, of.Before) * OfIntensity(of.Intensity) * of.Vehicles;

    /// <summary>1 where high mileage is not asked for.</summary>
    private float OfIntensity(int intensity) => intensities[intensity * Lanes];

    /// <summary>Claims expected of one vehicle, in every lane.</summary>
    private static Vector512<float> OfVehicle(ReadOnlySpan<Vector512<float>> hazard, MonthCell of) => of.Before >= 0 ? hazard[of.Hazard] - hazard[of.Before] : hazard[of.Hazard];

    /// <summary>Claims expected of one vehicle, in the first lane; see <see cref="ScanFleet.HazardOf"/>.</summary>
    private float OfVehicle(int all, int before) => before >= 0 ? ofFirst[all] - ofFirst[before] : ofFirst[all];

    private void Begin(int weeks)
    {
        Weeks = weeks;
        Array.Clear(plantDays);
        Array.Clear(ofWeeks);
    }

    /// <summary>Where a week's sums by rule are until they are written out.</summary>
    private Span<Vector512<float>> RulesOf(int week)
    {
        var rules = fleet.FirstRule[^1] + 1;
        return ofWeeks.AsSpan(week % Together * rules, rules);
    }

    private void EndWeek(int week)
    {
        sums.End(RulesOf(week));
        var place = week % Together;
        if (place == Together - 1 || week == Weeks - 1)
        {
            WriteOut(week - place, place + 1);
        }
    }

    /// <summary>Puts the sums of some weeks in their places, a rule's weeks side by side.</summary>
    private void WriteOut(int first, int count)
    {
        var rules = fleet.FirstRule[^1];
        for (var rule = 0; rule < rules; rule++)
        {
            var own = tables.AsSpan((rule * fleet.Weeks) + first, count);
            for (var week = 0; week < count; week++)
            {
                own[week] = ofWeeks[(week * (rules + 1)) + rule];
            }
        }

        Array.Clear(ofWeeks);
    }

    /// <summary>Weeks in which vehicles were built by the month that was added up last; nothing is expected of later ones.</summary>
    public int Weeks { get; private set; }

    /// <summary>Claims expected of a combination of values of a facet, built in a week.</summary>
    public double Of(int lane, int facet, int combination, int week) =>
        tables[((fleet.FirstRule[facet] + combination) * fleet.Weeks) + week][lane];

    /// <summary>The same added up over the weeks before each; <paramref name="upTo"/> has one more than the weeks that were added up.</summary>
    public void UpTo(int lane, int facet, int combination, Span<double> upTo)
    {
        var weeks = MemoryMarshal.Cast<Vector512<float>, float>(tables.AsSpan((fleet.FirstRule[facet] + combination) * fleet.Weeks, Weeks));
        double sum = 0;
        upTo[0] = 0;
        for (var week = 0; week < Weeks; week++)
        {
            upTo[week + 1] = sum += weeks[(week * Lanes) + lane];
        }
    }

    /// <summary>Claims expected of vehicles of a plant and build day.</summary>
    public double OfPlantDay(int lane, int plant, int day) => plantDays[(day * fleet.Plants.Count) + plant][lane];

    /// <summary>Passes what is expected of strata on to their rules, step by step; neighbours of a kind go on as one.</summary>
    private sealed class KindSums(RuleLevel level, KindSums? next)
    {
        private Vector512<float> sum;
        private int kind = -1;

        /// <summary>Adds what is expected of a kind of the step before.</summary>
        public void Add(int before, Vector512<float> expected, Span<Vector512<float>> rules)
        {
            if (level.KindOf[before] is var own && own != kind)
            {
                PassOn(rules);
                (kind, sum) = (own, Vector512<float>.Zero);
            }

            sum += expected;
        }

        /// <summary>All that was added reaches its rules.</summary>
        public void End(Span<Vector512<float>> rules)
        {
            PassOn(rules);
            kind = -1;
            next?.End(rules);
        }

        private void PassOn(Span<Vector512<float>> rules)
        {
            if (kind >= 0)
            {
                // Facet by facet the sums are different ones, so that none has to wait for the one before.
                foreach (var rule in level.Rules.AsSpan(kind * level.Width, level.Width))
                {
                    rules[rule] += sum;
                }

                next?.Add(kind, sum, rules);
            }
        }
    }
}
