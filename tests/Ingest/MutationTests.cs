using System.Globalization;
using System.Text;
using ClaimInsights.Ingest;
using CsCheck;

namespace ClaimInsights.Tests.Ingest;

/// <summary>Whatever happens to a file's bytes, every row of it is explained.</summary>
public sealed class MutationTests
{
    private const string Seed = "0000KgZyMYc1";
    private static readonly byte[] Nasty = [.. "\"\"\"\"\n\n\r,,\0\t ;x9-.eE"u8, 0xFF, 0xC3, 0xE4];

    // Changes one byte, inserts one, takes one out, or doubles a stretch.
    private static readonly Gen<Func<byte[], byte[]>> Change = Gen.Select(
        Gen.Int[0, 3], Gen.Double[0, 1], Gen.Int[0, Nasty.Length - 1], (kind, share, which) => (Func<byte[], byte[]>)(bytes =>
        {
            var at = (int)(share * bytes.Length);
            return kind switch
            {
                0 => [.. bytes[..at], Nasty[which], .. bytes.Skip(at + 1)],
                1 => [.. bytes[..at], Nasty[which], .. bytes[at..]],
                2 => [.. bytes[..at], .. bytes.Skip(at + 1)],
                _ => [.. bytes[..at], .. bytes.Skip(at).Take(150), .. bytes[at..]],
            };
        }));

    [Fact]
    public void every_row_of_a_mutated_file_is_read_and_accounted_for()
    {
        // Twenty-four deliveries of forty rows with fifteen changes each: 360 mutations, each beside others; every other of claims, half of them
        // sorted while they are read. CLAIMINSIGHTS_MUTATIONS=100000 makes so many, ten times as large.
        var asked = int.TryParse(Environment.GetEnvironmentVariable("CLAIMINSIGHTS_MUTATIONS"), out var number) ? number : 0;
        var (count, changesEach, size) = asked == 0 ? (24, 15, 40) : ((asked + 149) / 150, 150, 400);
        foreach (var (index, changes) in Change.Array[changesEach].Array[count].Single(_ => true, Seed).Index())
        {
            using var given = new GivenStore { SortAbove = index % 4 == 0 ? 0 : null };
            var (table, rows) = index % 2 == 0 ? (Tables.Claims, ClaimRows(size)) : (Tables.Vehicles, Rows(size));
            var text = Encoding.UTF8.GetBytes(rows);
            var header = text[..(text.AsSpan().IndexOf((byte)'\n') + 1)];
            byte[] csv = [.. header, .. changes.Aggregate(text[header.Length..], (bytes, change) => change(bytes))];

            var receipt = given.TakeFiles([given.Write("mutated.csv", csv)], asOf: "2025-05-31");

            Assert.Equal(receipt.Read, receipt.Stored + receipt.Superseded + receipt.AlreadyKnown + receipt.NotClosed + receipt.Quarantined);
            Assert.InRange(receipt.Quarantined, 1, receipt.Read);
            var live = given.Rows(table, "select count(*) from live").DefaultIfEmpty("0").Single();
            Assert.InRange(long.Parse(live, CultureInfo.InvariantCulture), 0, receipt.Stored + receipt.Superseded);
            Assert.Equal(receipt.Quarantined, given.RowsOf(Quarantine.Name, "select distinct row from live").Count);
            Assert.Equal(receipt.NotClosed, given.RowsOf(Quarantine.NotClosedName, "select row from live").Count);
            Assert.Equal("0", given.RowsOf(Quarantine.Name, "select count(*) from live where line is null or message is null or raw is null").DefaultIfEmpty("0").Single());
            var hash = given.Store.Hash;
            given.TakeFiles([Path.Combine(given.Root, "mutated.csv")], asOf: "2025-05-31");
            Assert.Equal(hash, given.Store.Hash);
        }
    }

    [Fact]
    public void the_scanner_gives_every_byte_to_one_record_or_line_end()
    {
        var clean = Encoding.UTF8.GetBytes(Rows(6));
        Change.Array[1, 6].Sample(
            changes =>
            {
                var bytes = changes.Aggregate(clean, (mutated, change) => change(mutated));
                using var scanner = new RecordScanner(new MemoryStream(bytes), 0, (byte)',');
                long end = 0;
                while (scanner.Next(5, out var record))
                {
                    // Between records there are line ends and blanks only, and lines are counted by their line feeds.
                    Assert.True(record.Position >= end);
                    Assert.False(bytes.AsSpan((int)end, (int)(record.Position - end)).ContainsAnyExcept("\r\n \t"u8));
                    Assert.Equal(1 + bytes.AsSpan(0, (int)record.Position).Count((byte)'\n'), record.Line);
                    Assert.True(bytes.AsSpan((int)record.Position, record.Length).SequenceEqual(scanner.Bytes));
                    end = record.Position + record.Length;
                    if (record.Problem is null)
                    {
                        Assert.Equal(5, CsvFields.Of(scanner.Bytes, (byte)',').Count);
                    }
                }

                Assert.False(bytes.AsSpan((int)end).ContainsAnyExcept("\r\n \t"u8));
            },
            seed: Seed,
            iter: 20_000,
            threads: 1);
    }

    private static string ClaimRows(int count) => Claims.Csv([.. Enumerable.Range(0, count).Select(row => (string[])
        [$"claim_id=C-{row / 2}", $"version={1 + (row % 2)}", $"closed_on=2025-0{4 + (row % 3)}-10", $"satisfaction={1 + (row % 5)}", $"complaint=\"noise, {row}\""])]);

    private static string Rows(int count) => "vin,model,model_year,built_on,note\n" + string.Concat(Enumerable.Range(0, count).Select(row =>
        $"LSVAB2BR0EN{row:000000},\"Model {row % 3}\",2024,2024-03-{1 + (row % 28):00},\"said \"\"{row}\"\",\nthen 异响\"\n"));
}
