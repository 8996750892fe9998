using System.Collections.Concurrent;

namespace ClaimInsights.Ingest;

/// <summary>Reads records on a thread of its own, some blocks ahead of who takes them: finding records and judging them go on at once.</summary>
internal sealed class ReadAhead : IRecordReader
{
    private const int BlockSize = 1 << 20;
    private const int BlocksAhead = 4;

    private readonly IRecordReader reader;
    private readonly BlockingCollection<Block> full = new(BlocksAhead);
    private readonly ConcurrentBag<Block> empty = [];
    private readonly CancellationTokenSource stop = new();
    private readonly Task reading;
    private Block? block;
    private int next;
    private int start;
    private int end;

    /// <param name="reader">What is read; it is closed with this.</param>
    /// <param name="expectedFields">Fields that a sound record has.</param>
    public ReadAhead(IRecordReader reader, int expectedFields)
    {
        this.reader = reader;
        reading = Task.Factory.StartNew(() => Read(expectedFields), CancellationToken.None, TaskCreationOptions.LongRunning, TaskScheduler.Default);
    }

    /// <inheritdoc />
    public ReadOnlySpan<byte> Bytes => block!.Bytes.AsSpan(start, end - start);

    /// <inheritdoc />
    public bool Next(int expectedFields, out CsvRecord record)
    {
        while (block is null || next == block.Records.Count)
        {
            if (block is not null)
            {
                block.Clear();
                empty.Add(block);
            }

            (next, end) = (0, 0);
            if (!full.TryTake(out block, Timeout.Infinite))
            {
                // What stopped the reader is thrown here.
                reading.GetAwaiter().GetResult();
                record = default;
                return false;
            }
        }

        (start, end) = (end, block.Ends[next]);
        record = block.Records[next++];
        return true;
    }

    public void Dispose()
    {
        stop.Cancel();
        try
        {
            reading.GetAwaiter().GetResult();
        }
        catch (Exception problem) when (problem is OperationCanceledException or IOException)
        {
            // It was told to stop, or who read has been told already.
        }

        reader.Dispose();
        full.Dispose();
        stop.Dispose();
    }

    private void Read(int expectedFields)
    {
        try
        {
            var filling = new Block();
            while (reader.Next(expectedFields, out var record))
            {
                filling.Add(record, reader.Bytes);
                if (filling.Filled >= BlockSize)
                {
                    full.Add(filling, stop.Token);
                    filling = empty.TryTake(out var used) ? used : new Block();
                }
            }

            full.Add(filling, stop.Token);
        }
        finally
        {
            full.CompleteAdding();
        }
    }

    private sealed class Block
    {
        public byte[] Bytes { get; private set; } = new byte[BlockSize + (BlockSize / 4)];

        public List<CsvRecord> Records { get; } = [];

        /// <summary>Where each record's bytes end; what is passed on may be longer or shorter than the record in the file.</summary>
        public List<int> Ends { get; } = [];

        public int Filled { get; private set; }

        public void Add(CsvRecord record, ReadOnlySpan<byte> bytes)
        {
            if (Filled + bytes.Length > Bytes.Length)
            {
                var larger = new byte[Math.Max(Filled + bytes.Length, Bytes.Length * 2)];
                Bytes.AsSpan(0, Filled).CopyTo(larger);
                Bytes = larger;
            }

            bytes.CopyTo(Bytes.AsSpan(Filled));
            Filled += bytes.Length;
            Records.Add(record);
            Ends.Add(Filled);
        }

        public void Clear()
        {
            Records.Clear();
            Ends.Clear();
            Filled = 0;
        }
    }
}
