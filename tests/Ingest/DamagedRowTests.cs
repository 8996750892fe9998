using System.Text;
using ClaimInsights.Ingest;

namespace ClaimInsights.Tests.Ingest;

/// <summary>Rows that no CSV reader should be trusted with cost themselves only; their neighbours are taken in.</summary>
public sealed class DamagedRowTests : IDisposable
{
    private const string Header = "claim_id,vin,dealer_code,reported_on,closed_on,failure_mode,causal_part,attribution,verdict,claimed_amount,approved_amount,complaint";

    private readonly GivenStore given = new();

    public void Dispose() => given.Dispose();

    [Theory]
    [InlineData("no\0ise", "nul_byte")]
    [InlineData("\"no\0ise\"", "nul_byte")]
    [InlineData("no\rise", "lone_carriage_return")]
    [InlineData("\"noise", "unterminated_quote")]
    [InlineData("\"noise\" and smoke", "text_after_quote")]
    [InlineData("noise,smoke", "wrong_column_count")]
    [InlineData("\"a\nb\",smoke", "wrong_column_count")]
    public void a_damaged_row_is_quarantined_alone(string complaint, string problem)
    {
        var receipt = given.Take($"{Header}\n{Claim(1)}first\n{Claim(2)}{complaint}\n{Claim(3)}\"third, quoted\"\n{Claim(4)}\"fourth\nline\"\n");

        Assert.Equal("read 4 = stored 3 + superseded 0 + known 0 + not closed 0 + quarantined 1", receipt.Counts());
        Assert.Equal([problem], receipt.Problems.Keys);
        Assert.Equal(["3"], given.RowsOf(Quarantine.Name, "select line from live"));
        Assert.Equal(
            ["C-1|first", "C-3|third, quoted", "C-4|fourth\nline"], given.Rows(Tables.Claims, "select claim_id, complaint from live order by claim_id"));
    }

    [Fact]
    public void bytes_that_are_not_utf8_are_quarantined_and_shown()
    {
        byte[] csv = [.. Encoding.UTF8.GetBytes($"{Header}\n{Claim(1)}好\n{Claim(2)}"), 0xB1, 0xBE, .. Encoding.UTF8.GetBytes($"\n{Claim(3)}\n")];

        var receipt = given.TakeFiles([given.Write("in.csv", csv)]);

        Assert.Equal("read 3 = stored 2 + superseded 0 + known 0 + not closed 0 + quarantined 1", receipt.Counts());
        Assert.Equal([$"invalid_bytes|{Claim(2)}\\xB1\\xBE"], given.RowsOf(Quarantine.Name, "select problem, raw from live"));
    }

    [Theory]
    [InlineData("\uFEFF", "\n"), InlineData("", "\r\n"), InlineData("\uFEFF", "\r\n")]
    public void byte_order_marks_and_line_ends_are_no_matter(string mark, string end)
    {
        var receipt = given.Take($"{mark}{Header}{end}{end}{Claim(1)}\"two{end}lines\"{end}  {end}{Claim(2)}last");

        Assert.Equal("read 2 = stored 2 + superseded 0 + known 0 + not closed 0 + quarantined 0", receipt.Counts());
        Assert.Equal([$"two{end}lines"], given.Rows(Tables.Claims, "select complaint from live where claim_id = 'C-1'"));
    }

    [Fact]
    public void quotes_and_blanks_are_read_as_people_write_them()
    {
        given.Take($"{Header}\n{Claim(1)}5\" pipe\n{Claim(2)}  \"a \"\"b\"\", c\"  \n{Claim(3)}\" \u3000blank \"\n{Claim(4)}\"\"\n");

        Assert.Equal(["1"], given.Rows(Tables.Claims, "select count(*) from live where complaint is null"));
        Assert.Equal(
            ["5\" pipe", "a \"b\", c", "blank", ""], given.Rows(Tables.Claims, "select complaint from live order by claim_id"));
    }

    [Fact]
    public void tabs_and_gzip_are_read_by_their_endings()
    {
        var text = Encoding.UTF8.GetBytes($"{Header}\n{Claim(1)}noise\n".Replace(',', '\t'));
        using var packed = new MemoryStream();
        using (var gzip = new System.IO.Compression.GZipStream(packed, System.IO.Compression.CompressionLevel.Fastest, leaveOpen: true))
        {
            gzip.Write(text);
        }

        var receipt = given.TakeFiles([given.Write("in.tsv.gz", packed.ToArray())]);

        Assert.Equal(1, receipt.Stored);
        Assert.Throws<DeliveryException>(() => given.TakeFiles([given.Write("bad.csv.gz", text)]));
    }

    [Fact]
    public void utf16_is_known_by_its_mark()
    {
        var receipt = given.TakeFiles([given.Write("in.csv", [0xFF, 0xFE, .. Encoding.Unicode.GetBytes($"{Header}\n{Claim(1)}异响\n")])]);

        Assert.Equal(1, receipt.Stored);
        Assert.Equal(["异响"], given.Rows(Tables.Claims, "select complaint from live"));
    }

    private static string Claim(int number) => $"C-{number},{Claims.Vin},D-1,2025-03-02,2025-04-10,leak,P-100,manufacturing,paid,10,10,";
}
