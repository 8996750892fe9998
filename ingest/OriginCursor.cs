namespace ClaimInsights.Ingest;

/// <summary>Goes forward through a transcoded file and its copy at once, decoding only the stretches that are asked for.</summary>
internal sealed class OriginCursor : IDisposable
{
    private readonly Transcoding transcoding;
    private readonly List<(long Original, long Copy)> places;
    private readonly FileStream input;
    private readonly byte[] utf8 = new byte[4];
    private byte[] bytes = [];
    private int stretch = -1;
    private int at;
    private long copy;

    public OriginCursor(Transcoding transcoding, List<(long Original, long Copy)> places)
    {
        (this.transcoding, this.places) = (transcoding, places);
        input = new FileStream(transcoding.Original, FileMode.Open, FileAccess.Read, FileShare.Read, 1);
    }

    /// <summary>The place in the file of a place in the copy that begins a character; not before the one asked for last.</summary>
    public long Find(long place)
    {
        var wanted = stretch < 0 ? 0 : stretch;
        while (wanted + 1 < places.Count && places[wanted + 1].Copy <= place)
        {
            wanted++;
        }

        if (wanted != stretch)
        {
            Open(wanted);
        }

        while (copy < place && at < bytes.Length)
        {
            at += transcoding.Encoding.Decode(bytes.AsSpan(at), ended: true, out var rune);
            copy += Transcoding.Encode(rune, utf8);
        }

        return places[stretch].Original + at;
    }

    /// <summary>The bytes between two places of the file.</summary>
    public byte[] Read(long from, long to)
    {
        var found = new byte[to - from];
        input.Position = from;
        input.ReadExactly(found);
        return found;
    }

    public void Dispose() => input.Dispose();

    private void Open(int next)
    {
        var begin = places[next].Original;
        var end = next + 1 < places.Count ? places[next + 1].Original : input.Length;
        bytes = Read(begin, end);
        (stretch, at, copy) = (next, 0, places[next].Copy);
    }
}
