using System.Data.Common;
using System.Globalization;
using DuckDB.NET.Data;

namespace ClaimInsights.Ingest;

/// <summary>One in-memory DuckDB with bounded memory, and a folder inside the store for what does not fit; both go when it is disposed.</summary>
internal sealed class Workbench : IDisposable
{
    public const string FolderName = "tmp";

    public Workbench(string storeFolder)
    {
        Folder = Path.Combine(storeFolder, FolderName);
        Clear();
        Directory.CreateDirectory(Folder);
        Connection = OpenEngine("spill", threads: 2, memory: "512MB");
        Execute("set preserve_insertion_order = false");
    }

    public DuckDBConnection Connection { get; }

    /// <summary>Holds staged rows and new files until they are moved into place.</summary>
    public string Folder { get; }

    /// <summary>Opens an engine of its own that keeps the order of rows; who asks for it closes it.</summary>
    public DuckDBConnection OpenEngine(string spill, int threads, string memory)
    {
        var engine = new DuckDBConnection("Data Source=:memory:");
        engine.Open();
        using var command = engine.CreateCommand();
        command.CommandText = $"""
            set memory_limit = {Sql.Text(memory)};
            set threads = {threads};
            set temp_directory = {Sql.Text(PathOf(spill))};
            set autoinstall_known_extensions = false;
            set autoload_known_extensions = false;
            """;
        command.ExecuteNonQuery();
        return engine;
    }

    public string PathOf(string name) => Path.Combine(Folder, name);

    public void Execute(string sql)
    {
        using var command = Connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }

    public long Count(string sql)
    {
        using var command = Connection.CreateCommand();
        command.CommandText = sql;
        return Convert.ToInt64(command.ExecuteScalar(), CultureInfo.InvariantCulture);
    }

    public List<T> Rows<T>(string sql, Func<DbDataReader, T> row)
    {
        using var command = Connection.CreateCommand();
        command.CommandText = sql;
        using var reader = command.ExecuteReader();
        var rows = new List<T>();
        while (reader.Read())
        {
            rows.Add(row(reader));
        }

        return rows;
    }

    public void Dispose()
    {
        Connection.Dispose();
        Clear();
    }

    private void Clear()
    {
        if (Directory.Exists(Folder))
        {
            Directory.Delete(Folder, recursive: true);
        }
    }
}
