using ScottPlot;
using ScottPlot.TickGenerators;

namespace ClaimInsights.Reports.Charts;

/// <summary>How every chart looks, in the report's language and font.</summary>
internal sealed class ChartStyle(ReportFont font, Words words)
{
    /// <summary>Width of a chart that fills the page, pixels.</summary>
    public const int Full = 920;

    /// <summary>Width of a chart of which two stand side by side, pixels.</summary>
    public const int Half = 452;

    private const float Size = 11;
    private static readonly int[] MonthSteps = [1, 2, 3, 6, 12, 24, 60];

    public Words Words => words;

    public ReportFont Font => font;

    /// <summary>An empty plot with its heading; every text is checked for glyphs.</summary>
    /// <param name="width">The picture's.</param>
    /// <param name="title">The question.</param>
    /// <param name="answer">The answer.</param>
    /// <param name="vertical">What the vertical axis measures, with its unit; empty: the labels say it.</param>
    /// <param name="horizontal">What the horizontal axis measures, with its unit.</param>
    /// <param name="legend">What the signs mean.</param>
    /// <exception cref="ReportException">The font lacks a glyph.</exception>
    public Plot Begin(int width, string title, string answer, string vertical, string horizontal, params IReadOnlyList<LegendEntry> legend)
    {
        var heading = new ChartHeading(font, width, title, answer, vertical, legend);
        foreach (var text in heading.Texts.Append(horizontal))
        {
            font.Require(text);
        }

        var plot = new Plot();
        plot.Font.Set(font.Family);
        plot.FigureBackground.Color = plot.DataBackground.Color = Ink.Paper;
        plot.Axes.Remove(plot.Axes.Title);
        plot.Axes.AddPanel(heading);
        plot.Axes.Top.FrameLineStyle.Width = plot.Axes.Right.FrameLineStyle.Width = plot.Axes.Left.FrameLineStyle.Width = 0;
        plot.Axes.Top.MinimumSize = plot.Axes.Top.MaximumSize = 0;
        plot.Axes.Right.MinimumSize = plot.Axes.Right.MaximumSize = 24;
        plot.Axes.Left.MinimumSize = 40;
        plot.Grid.MajorLineColor = Ink.Grid;
        plot.Grid.XAxisStyle.IsVisible = false;
        foreach (var axis in (IAxis[])[plot.Axes.Bottom, plot.Axes.Left])
        {
            Letter(axis.TickLabelStyle, Ink.Text);
            axis.TickLabelStyle.OffsetY = axis is IYAxis ? font.Sink(Size) : 0;
            axis.MajorTickStyle.Color = axis.FrameLineStyle.Color = Ink.Expected;
            axis.MinorTickStyle.Length = 0;
            axis.MajorTickStyle.Length = axis is IXAxis ? 4 : 0;
        }

        plot.Axes.Bottom.Label.Text = horizontal;
        Letter(plot.Axes.Bottom.Label, Ink.Muted);
        Numbers(plot.Axes.Left, value => Figures.Number(value, 0));
        return plot;
    }

    /// <summary>A bar to the right (below 0: to the left).</summary>
    /// <param name="plot">Where it is drawn.</param>
    /// <param name="place">Middle of its row.</param>
    /// <param name="length">In units of the axis.</param>
    /// <param name="ink">Its colour.</param>
    /// <param name="thickness">Share of a row.</param>
    public static void Bar(Plot plot, double place, double length, Color ink, double thickness = 0.62)
    {
        var bars = plot.Add.Bar(place, length);
        bars.Horizontal = true;
        (bars.Bars[0].FillColor, bars.Bars[0].LineWidth, bars.Bars[0].Size) = (ink, 0, thickness);
    }

    /// <summary>Ticks at round numbers, written so.</summary>
    public static void Numbers(IAxis axis, Func<double, string> write, bool whole = false) =>
        axis.TickGenerator = new NumericAutomatic { LabelFormatter = write, IntegerTicksOnly = whole, MinorTickGenerator = new NoMinorTicks(), MinimumTickSpacing = axis is IXAxis ? 56 : 30 };

    /// <summary>Decimals that tell the ticks of an axis of this length apart.</summary>
    public static int Decimals(double length) => length switch
    {
        >= 8 => 0,
        >= 0.8 => 1,
        >= 0.08 => 2,
        _ => 3,
    };

    /// <summary>Ticks at these places; every label is checked for glyphs.</summary>
    /// <exception cref="ReportException">The font lacks a glyph.</exception>
    public void Ticks(IAxis axis, IEnumerable<(double Position, string Label)> ticks)
    {
        var list = ticks.ToList();
        list.ForEach(tick => font.Require(tick.Label));
        axis.TickGenerator = new NumericManual([.. list.Select(tick => Tick.Major(tick.Position, tick.Label))]);
    }

    /// <summary>Words to the right of the data, one for each row: a column of its own, so that they are never cut.</summary>
    /// <param name="plot">The plot, its vertical limits set.</param>
    /// <param name="rows">Where and what.</param>
    /// <exception cref="ReportException">The font lacks a glyph.</exception>
    public void Beside(Plot plot, IEnumerable<(double Position, string Label)> rows)
    {
        var right = plot.Axes.Right;
        Letter(right.TickLabelStyle, Ink.Muted);
        right.TickLabelStyle.OffsetY = font.Sink(Size);
        (right.MinimumSize, right.MaximumSize) = (24, float.MaxValue);
        right.MajorTickStyle.Length = right.MinorTickStyle.Length = 0;
        Ticks(right, rows);
        var limits = plot.Axes.GetLimits();
        plot.Axes.SetLimitsY(limits.Bottom, limits.Top, right);
    }

    /// <summary>Ticks at months that stand at 0, 1, 2 …, as many as fit, the year under the first and under each January.</summary>
    public void Months(Plot plot, IReadOnlyList<DateOnly> months, int width)
    {
        var fit = Math.Max(1, (width - 90) / 44);
        var every = MonthSteps.First(step => (months.Count + step - 1) / step <= fit || step == 60);
        var shown = Enumerable.Range(0, months.Count).Where(i => (months[i].Month - 1) % Math.Min(every, 12) == 0 && (every <= 12 || (months[i].Year % (every / 12)) == 0)).ToList();
        Ticks(plot.Axes.Bottom, shown.Select((i, order) => ((double)i,
            words.MonthAlone(months[i]) + (order == 0 || months[shown[order - 1]].Year != months[i].Year ? "\n" + words.Year(months[i]) : ""))));
    }

    /// <summary>Labels the axis of weeks by the days on which some of them begin.</summary>
    public void Weeks(Plot plot, IReadOnlyList<DateOnly> weeks, int width)
    {
        var every = Math.Max(1, (int)Math.Ceiling(weeks.Count / Math.Max(1.0, (width - 90) / 90.0)));
        var shown = Enumerable.Range(0, weeks.Count).Where(i => i % every == 0);
        Ticks(plot.Axes.Bottom, shown.Select(i => ((double)i, weeks[i].ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture))));
    }

    /// <summary>How wide a label is, pixels.</summary>
    public float Width(string line) => font.Width(line, Size);

    /// <summary>A label from the data, or its number in the table where the font cannot draw it.</summary>
    public string Label(string text, int number) => font.Draws(text) ? text : $"#{number}";

    /// <summary>A text in the data area.</summary>
    /// <exception cref="ReportException">The font lacks a glyph.</exception>
    public void Write(Plot plot, string text, double x, double y, Alignment alignment, Color color, float offsetX = 0, float offsetY = 0)
    {
        font.Require(text);
        var label = plot.Add.Text(text, x, y);
        Letter(label.LabelStyle, color);
        label.LabelAlignment = alignment;
        label.OffsetX = offsetX;
        label.OffsetY = offsetY + (alignment is Alignment.MiddleLeft or Alignment.MiddleRight ? font.Sink(Size) : 0);
    }

    /// <summary>Gives a label the report's font in the charts' size.</summary>
    public void Letter(LabelStyle label, Color color)
    {
        (label.FontName, label.Font, label.FontSize, label.Bold, label.ForeColor) = (font.Family, font.Typeface(), Size, false, color);
    }

    /// <summary>A circle that is not filled: a figure that is not final.</summary>
    public static MarkerStyle Ring(float size, Color color) => Hollow(MarkerShape.FilledCircle, size, color);

    /// <summary>A diamond that is not filled: the period before.</summary>
    public static MarkerStyle Diamond(float size, Color color) => Hollow(MarkerShape.FilledDiamond, size, color);

    private static MarkerStyle Hollow(MarkerShape shape, float size, Color color) =>
        new(shape, size, Ink.Paper) { OutlineColor = color, OutlineWidth = 1.5f };

    private sealed class NoMinorTicks : IMinorTickGenerator
    {
        public IEnumerable<double> GetMinorTicks(double[] majorTicks, CoordinateRange visibleRange) => [];
    }
}
