using System.IO.Compression;
using System.Text;
using ClaimInsights.Ingest;

namespace ClaimInsights.Tests.Ingest;

/// <summary>Encodings and delimiters are found out, shown, and can be said; a bad row keeps its place in the file as delivered.</summary>
public sealed class EncodingTests : IDisposable
{
    private const string Header = "索赔单号,车架号,经销商代码,报案日期,结案日期,故障现象,故障件号,责任判定,处理结果,索赔金额,核定金额,故障描述";

    private readonly GivenStore given = new();

    static EncodingTests() => Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);

    public void Dispose() => given.Dispose();

    [Theory]
    [InlineData("utf-8", false, "utf-8"), InlineData("utf-8", true, "utf-8"), InlineData("gb18030", false, "gb18030"), InlineData("gbk", false, "gb18030")]
    [InlineData("utf-16", true, "utf-16le"), InlineData("utf-16", false, "utf-16le"), InlineData("utf-16BE", true, "utf-16be"), InlineData("utf-16BE", false, "utf-16be")]
    public void the_encoding_is_found_out_and_shown(string name, bool withMark, string shown)
    {
        var receipt = given.TakeFiles([given.Write("in.csv", Bytes(name, withMark, $"{Header}\n{Claim(1)}水泵渗漏，异响\n"))]);

        Assert.Equal((1, shown, ","), (receipt.Stored, receipt.Files[0].Encoding, receipt.Files[0].Delimiter));
        Assert.Equal(["一1|漏水|水泵渗漏，异响"], given.Rows(Tables.Claims, "select claim_id, failure_mode, complaint from live"));
    }

    [Theory]
    [InlineData("utf-8"), InlineData("gb18030"), InlineData("utf-16"), InlineData("utf-16BE"), InlineData("big5")]
    public void a_bad_row_keeps_its_line_its_place_in_the_file_and_its_raw_line(string name)
    {
        var rows = Enumerable.Range(1, 3000).Select(number => number % 700 == 0 ? $"{Claim(number)}水泵,多" : $"{Claim(number)}水泵");
        var text = Header.Replace("现", "模", StringComparison.Ordinal).Replace("象", "式", StringComparison.Ordinal) + "\n" + string.Join('\n', rows) + "\n";
        var encoding = Encoding.GetEncoding(name);
        var header = name == "big5" ? "claim_id,vin,dealer_code,reported_on,closed_on,failure_mode,causal_part,attribution,verdict,claimed_amount,approved_amount,complaint" : null;
        text = header is null ? text : (header + text[text.IndexOf('\n', StringComparison.Ordinal)..]).Replace("制造缺陷", "wear", StringComparison.Ordinal).Replace("已赔付", "paid", StringComparison.Ordinal);

        var receipt = given.TakeFiles([given.Write("in.csv", encoding.GetBytes(text))], reading: new ReadingOptions(Encoding: name));

        Assert.Equal("read 3000 = stored 2996 + superseded 0 + known 0 + not closed 0 + quarantined 4", receipt.Counts());
        var lines = text.Split('\n');
        Assert.Equal(
            new[] { 700, 1400, 2100, 2800 }.Select(number => $"{number + 1}|{encoding.GetByteCount(string.Join('\n', lines[..number]) + "\n")}|{lines[number]}"),
            given.RowsOf(Quarantine.Name, "select line, position, raw from live order by line"));
    }

    [Fact]
    public void bytes_that_are_none_of_the_encoding_cost_their_row_only()
    {
        byte[] file = [.. Bytes("gb18030", false, $"{Header}\n{Claim(1)}水泵渗漏异响渗漏异响渗漏异响渗漏异响渗漏异响\n{Claim(2)}坏"), 0xFF, 0x81, (byte)'\n', .. Bytes("gb18030", false, $"{Claim(3)}好\n")];

        var receipt = given.TakeFiles([given.Write("in.csv", file)]);

        Assert.Equal(("gb18030", 2, 1), (receipt.Files[0].Encoding, receipt.Stored, receipt.Quarantined));
        Assert.Equal([$"invalid_bytes|3|{Claim(2)}坏\\xFF\\x81"], given.RowsOf(Quarantine.Name, "select problem, line, raw from live"));
    }

    [Fact]
    public void a_few_stray_bytes_do_not_make_another_encoding()
    {
        byte[] file = [.. Encoding.UTF8.GetBytes(Claims.Csv(["claim_id=C-1"])), .. Encoding.UTF8.GetBytes(Claims.Csv(["claim_id=C-2"]).Split('\n')[1].Replace("leak", "caf", StringComparison.Ordinal).Replace("caf", "caf\u0001", StringComparison.Ordinal))];
        file[Array.IndexOf(file, (byte)1)] = 0xE9;

        var receipt = given.TakeFiles([given.Write("in.csv", file)]);

        Assert.Equal(("utf-8", 1, 1), (receipt.Files[0].Encoding, receipt.Stored, receipt.Quarantined));
        Assert.Equal(["invalid_bytes"], receipt.Problems.Keys);
    }

    [Fact]
    public void an_encoding_that_is_named_is_taken_and_one_that_is_not_known_refused()
    {
        var file = given.Write("in.csv", Encoding.Latin1.GetBytes(Claims.Csv(["failure_mode=café"])));

        Assert.Equal(1, given.TakeFiles([file], reading: new ReadingOptions(Encoding: "windows-1252")).Stored);
        Assert.Equal(["café"], given.Rows(Tables.Claims, "select failure_mode from live"));
        Assert.Contains("'ebcdic'", Assert.Throws<DeliveryException>(() => given.TakeFiles([file], reading: new ReadingOptions(Encoding: "ebcdic"))).Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(','), InlineData('\t'), InlineData(';'), InlineData('|')]
    public void the_delimiter_is_found_out_and_shown(char delimiter)
    {
        var receipt = given.Take(Claims.Csv(["claim_id=C-1", "complaint=x"]).Replace(',', delimiter));

        Assert.Equal((1, delimiter.ToString()), (receipt.Stored, receipt.Files[0].Delimiter));
    }

    [Fact]
    public void a_delimiter_that_is_named_goes_before_the_one_found()
    {
        var exception = Assert.Throws<DeliveryException>(() => given.TakeFiles([given.Write("in.csv", Claims.Csv([]))], reading: new ReadingOptions(Delimiter: ';')));

        Assert.Contains("no table", exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void a_packed_file_in_another_encoding_is_unpacked_first()
    {
        using var packed = new MemoryStream();
        using (var gzip = new GZipStream(packed, CompressionLevel.Fastest, leaveOpen: true))
        {
            gzip.Write(Bytes("gb18030", false, $"{Header}\n{Claim(1)}水泵\n{Claim(2)}水泵,多\n"));
        }

        var receipt = given.TakeFiles([given.Write("in.csv.gz", packed.ToArray())]);

        Assert.Equal(("gb18030", 1, 1), (receipt.Files[0].Encoding, receipt.Stored, receipt.Quarantined));
        Assert.Equal([Bytes("gb18030", false, $"{Header}\n{Claim(1)}水泵\n").Length.ToString(System.Globalization.CultureInfo.InvariantCulture)], given.RowsOf(Quarantine.Name, "select position from live"));
    }

    private static byte[] Bytes(string name, bool withMark, string text)
    {
        var encoding = Encoding.GetEncoding(name);
        return [.. withMark ? encoding.GetPreamble() : [], .. encoding.GetBytes(text)];
    }

    private static string Claim(int number) => $"一{number},{Claims.Vin},D-1,2025-03-02,2025-04-10,漏水,P-100,制造缺陷,已赔付,10,10,";
}
