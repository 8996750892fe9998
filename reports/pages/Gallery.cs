using System.Globalization;
using ClaimInsights.Reports.Charts;

namespace ClaimInsights.Reports.Pages;

/// <summary>The charts of a report: keeps each and gives the page its figure, or words where there is nothing to draw.</summary>
internal sealed class Gallery(Words words)
{
    private readonly Dictionary<string, Picture> pictures = new(StringComparer.Ordinal);

    /// <summary>Every chart by its file name without extension.</summary>
    public IReadOnlyDictionary<string, Picture> Pictures => pictures;

    /// <param name="name">File name without extension; the same chart may stand on several pages.</param>
    /// <param name="picture">The chart; null: there are no rows for it.</param>
    /// <param name="reading">Key of the words under it: how to read it.</param>
    /// <param name="nothing">Key of the words instead of it.</param>
    public Html Figure(string name, Picture? picture, string reading, string nothing)
    {
        if (picture is null)
        {
            return $"""<p class="nothing">{words[nothing]}</p>{"\n"}""";
        }

        pictures.TryAdd(name, picture);
        var size = picture.Width == ChartStyle.Full ? "full" : "half";
        return $"""
            <figure class="{size}"><img src="charts/{name}.png" width="{Size(picture.Width)}" height="{Size(picture.Height)}" alt="{picture.Title} {picture.Answer}">
            {Caption(reading)}</figure>

            """;
    }

    private Html Caption(string reading) => reading.Length == 0 ? Html.None : $"<figcaption>{words[reading]}</figcaption>";

    private static string Size(int pixels) => pixels.ToString(CultureInfo.InvariantCulture);
}
