using ScottPlot;

namespace ClaimInsights.Reports.Charts;

/// <summary>A plot and the size that it is laid out for.</summary>
/// <param name="Plot">The plot.</param>
/// <param name="Width">Pixels on screen; the file has twice as many, so that it prints well.</param>
/// <param name="Height">Pixels on screen.</param>
/// <param name="Title">The question it answers.</param>
/// <param name="Answer">The answer in words, for those who do not see it.</param>
internal sealed record Picture(Plot Plot, int Width, int Height, string Title, string Answer)
{
    private const int Density = 2;

    /// <summary>Draws it as PNG.</summary>
    public byte[] Png()
    {
        Plot.ScaleFactor = Density;
        using var image = Plot.GetImage(Width * Density, Height * Density);
        return image.GetImageBytes(ImageFormat.Png);
    }
}
