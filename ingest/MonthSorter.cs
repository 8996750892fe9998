using System.Buffers.Binary;

namespace ClaimInsights.Ingest;

/// <summary>
/// Spreads the surely sound records of a part over one text file for each month of closing, as they are, with a second file that keeps
/// each record's line and place. Only buffers are held; a file is open while a full one is written.
/// </summary>
internal sealed class MonthSorter(Func<int, string> pathOf)
{
    /// <summary>Bytes of a record's line and place in the second file.</summary>
    public const int PlaceSize = 2 * sizeof(long);

    private readonly SortedDictionary<int, MonthText> months = [];
    private MonthText? last;

    /// <summary>Records taken.</summary>
    public long Rows => months.Values.Sum(month => month.Rows);

    /// <summary>The months met, each with its text file and its rows; what is still buffered is written out.</summary>
    public IReadOnlyList<(int Month, string Text, long Rows)> Finish()
    {
        foreach (var month in months.Values)
        {
            month.Flush();
        }

        return [.. months.Select(month => (month.Key, month.Value.Path, month.Value.Rows))];
    }

    /// <summary>Where the lines and places of a month's records are kept.</summary>
    public static string PlacesOf(string text) => text + ".places";

    public void Add(int month, ReadOnlySpan<byte> record, long line, long place)
    {
        if (last is null || last.Month != month)
        {
            if (!months.TryGetValue(month, out last))
            {
                months.Add(month, last = new MonthText(month, pathOf(month)));
            }
        }

        last.Add(record, line, place);
    }

    private sealed class MonthText(int month, string path)
    {
        private const int Size = 1 << 17;
        private byte[] text = new byte[1 << 12];
        private byte[] places = new byte[1 << 8];
        private int filled;
        private int placed;

        public int Month => month;

        public string Path => path;

        public long Rows { get; private set; }

        public void Add(ReadOnlySpan<byte> record, long line, long place)
        {
            if (filled + record.Length + 1 > text.Length || placed + PlaceSize > places.Length)
            {
                MakeRoom(record.Length + 1);
            }

            record.CopyTo(text.AsSpan(filled));
            filled += record.Length;
            text[filled++] = (byte)'\n';
            BinaryPrimitives.WriteInt64LittleEndian(places.AsSpan(placed), line);
            BinaryPrimitives.WriteInt64LittleEndian(places.AsSpan(placed + sizeof(long)), place);
            placed += PlaceSize;
            Rows++;
        }

        public void Flush()
        {
            Append(path, text.AsSpan(0, filled));
            Append(PlacesOf(path), places.AsSpan(0, placed));
            (filled, placed) = (0, 0);
        }

        private void MakeRoom(int needed)
        {
            if (text.Length >= Size || places.Length >= Size)
            {
                Flush();
            }

            text = Grown(text, filled, needed);
            places = Grown(places, placed, PlaceSize);
        }

        private static byte[] Grown(byte[] buffer, int filled, int needed)
        {
            if (filled + needed > buffer.Length)
            {
                Array.Resize(ref buffer, Math.Max(filled + needed, Math.Min(buffer.Length * 2, Size)));
            }

            return buffer;
        }

        private static void Append(string file, ReadOnlySpan<byte> bytes)
        {
            using var handle = File.OpenHandle(file, FileMode.OpenOrCreate, FileAccess.Write, FileShare.None);
            RandomAccess.Write(handle, bytes, RandomAccess.GetLength(handle));
        }
    }
}
