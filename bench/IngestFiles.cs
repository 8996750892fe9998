using System.Globalization;
using System.Text;
using ClaimInsights.Simulator;
using DuckDB.NET.Data;

namespace ClaimInsights.Bench;

/// <summary>The files of the ingestion benchmark: copies of a simulated fleet's claims under other names.</summary>
/// <param name="Sound">No damage, UTF-8.</param>
/// <param name="Damaged">The same with one row in a hundred broken in one of three ways.</param>
/// <param name="Spoken">A fifth of the rows, with what the customer said in Chinese, UTF-8.</param>
/// <param name="SpokenGb">The same in GB18030.</param>
/// <param name="CorrectsLast">Higher versions of one claim in a hundred, all closed in the last months.</param>
/// <param name="CorrectsAll">The same from every month.</param>
internal sealed record IngestFiles(string Sound, string Damaged, string Spoken, string SpokenGb, string CorrectsLast, string CorrectsAll)
{
    private const string Columns =
        "claim_id, version, repair_order_no, vin, dealer_code, authorised, failed_on, reported_on, decided_on, paid_on, closed_on, odometer_km, complaint_code, " +
        "failure_mode, causal_part, supplier_code, part_batch, labour_operation, labour_hours, standard_hours, attribution, verdict, rejection_reason, " +
        "claimed_amount, approved_amount, parts_amount, labour_amount, sublet_amount, other_amount, photos";

    public static IngestFiles Write(string folder, int claims)
    {
        string PathOf(string name) => Path.Combine(folder, name + ".csv");
        var files = new IngestFiles(PathOf("sound"), PathOf("damaged"), PathOf("spoken"), PathOf("spoken-gb"), PathOf("corrects-last"), PathOf("corrects-all"));
        var fleet = Path.Combine(folder, "fleet");
        Simulation.Run(new SimulationOptions { Seed = 900 }, fleet);
        var source = $"read_csv('{Path.Combine(fleet, "delivery", "claims.csv")}', all_varchar = true)";
        var sound = $"read_csv('{files.Sound}', all_varchar = true)";
        const string Csv = "(header, delimiter ',')";
        const string Higher = "select * replace ('2' as version)";
        Execute($"""
            set memory_limit = '2GB'; set preserve_insertion_order = false; set temp_directory = '{folder}/spill';
            create table seed as select {Columns} from {source} where version = '1';
            create table copies as select range as n from range(0, cast(ceil({claims} / (select count(*) from seed)) as integer));
            copy (select claim_id || '-' || n as claim_id, columns(* exclude (claim_id, n)) from copies cross join seed limit {claims}) to '{files.Sound}' {Csv};
            copy (
                select * replace (
                    case hash(claim_id) % 300 when 0 then odometer_km || '.9' else odometer_km end as odometer_km,
                    case hash(claim_id) % 300 when 1 then 'Q' || vin[2:] else vin end as vin,
                    case hash(claim_id) % 300 when 2 then '1990-13-41' else closed_on end as closed_on)
                from {sound}
            ) to '{files.Damaged}' {Csv};
            copy (select *, '客户反映 ' || causal_part || ' 异响，行驶中有抖动' as complaint from {sound} where hash(claim_id) % 5 = 0) to '{files.Spoken}' {Csv};
            copy ({Higher} from {sound} where closed_on >= (select cast(max(closed_on::date) - 60 as varchar) from {sound}) limit {claims / 100}) to '{files.CorrectsLast}' {Csv};
            copy ({Higher} from {sound} where hash(claim_id) % 100 = 7) to '{files.CorrectsAll}' {Csv};
            """);
        Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);
        using var reader = new StreamReader(files.Spoken, Encoding.UTF8);
        using var writer = new StreamWriter(files.SpokenGb, append: false, Encoding.GetEncoding("gb18030"));
        while (reader.ReadLine() is { } line)
        {
            writer.Write(line);
            writer.Write('\n');
        }

        return files;
    }

    public static void Execute(string sql)
    {
        using var connection = new DuckDBConnection("Data Source=:memory:");
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }

    public static string Megabytes(string file) => (new FileInfo(file).Length / 1e6).ToString("#,0", CultureInfo.InvariantCulture);
}
