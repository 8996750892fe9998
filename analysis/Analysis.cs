namespace ClaimInsights.Analysis;

/// <summary>One question over the store: an embedded SQL file and the record that its rows are.</summary>
/// <typeparam name="TRow">A record whose constructor's parameters are the columns, in order.</typeparam>
/// <param name="File">The SQL file, embedded in the record's assembly; <c>RejectionCauses.sql</c>.</param>
public sealed record Analysis<TRow>(string File)
{
    /// <summary>Runs the question.</summary>
    /// <exception cref="AnalysisException">The file's columns are not the record's; the message names the file.</exception>
    public IReadOnlyList<TRow> Run(Warehouse warehouse)
    {
        ArgumentNullException.ThrowIfNull(warehouse);
        return warehouse.Read<TRow>(File, SqlFile.Read(typeof(TRow).Assembly, File));
    }

    /// <summary>Runs the question, or gives back what it answered before in the same scope: for few rows that several steps look at and that do not depend on what is listed.</summary>
    /// <exception cref="AnalysisException">As in <see cref="Run"/>.</exception>
    public IReadOnlyList<TRow> RunOnce(Warehouse warehouse)
    {
        ArgumentNullException.ThrowIfNull(warehouse);
        return warehouse.Known(File, () => Run(warehouse));
    }

    /// <summary>Runs the question and hands out its rows one at a time, where they are too many to hold; no other question is asked until they are read.</summary>
    /// <exception cref="AnalysisException">As in <see cref="Run"/>.</exception>
    public IEnumerable<TRow> Stream(Warehouse warehouse)
    {
        ArgumentNullException.ThrowIfNull(warehouse);
        return warehouse.Stream<TRow>(File, SqlFile.Read(typeof(TRow).Assembly, File));
    }

    /// <summary>The same where its rows are read more than once: it is asked once, and each reading hands out what was answered.</summary>
    /// <exception cref="AnalysisException">As in <see cref="Run"/>.</exception>
    public IEnumerable<TRow> Answered(Warehouse warehouse)
    {
        ArgumentNullException.ThrowIfNull(warehouse);
        return warehouse.Answered<TRow>(File, SqlFile.Read(typeof(TRow).Assembly, File));
    }

    /// <summary>The same where several questions are read side by side.</summary>
    /// <exception cref="AnalysisException">As in <see cref="Run"/>.</exception>
    public IEnumerable<TRow> StreamBeside(Warehouse warehouse)
    {
        ArgumentNullException.ThrowIfNull(warehouse);
        return warehouse.StreamBeside<TRow>(File, SqlFile.Read(typeof(TRow).Assembly, File));
    }
}
