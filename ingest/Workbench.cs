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
        Connection = new DuckDBConnection("Data Source=:memory:");
        Connection.Open();
        Execute($"""
            set memory_limit = '512MB';
            set threads = 2;
            set temp_directory = {Sql.Text(Path.Combine(Folder, "spill"))};
            set autoinstall_known_extensions = false;
            set autoload_known_extensions = false;
            set preserve_insertion_order = false;
            """);
    }

    public DuckDBConnection Connection { get; }

    /// <summary>Holds staged rows and new files until they are moved into place.</summary>
    public string Folder { get; }

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
