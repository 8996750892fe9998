using System.Data.Common;
using System.Linq.Expressions;
using System.Reflection;

namespace ClaimInsights.Analysis;

/// <summary>Turns the rows of a query into records; checks names and types once, before the first row.</summary>
/// <typeparam name="TRow">A record whose constructor's parameters are the columns, in order.</typeparam>
internal static class RowReader<TRow>
{
    private static readonly ConstructorInfo Constructor = typeof(TRow).GetConstructors().MaxBy(one => one.GetParameters().Length)!;
    private static readonly ParameterInfo[] Parameters = Constructor.GetParameters();
    private static readonly Func<DbDataReader, TextPool[], TRow> ReadRow = Compile();

    /// <exception cref="AnalysisException">The columns are not the record's.</exception>
    public static IReadOnlyList<TRow> ReadAll(DbDataReader reader, string file) => [.. Stream(reader, file)];

    /// <summary>The rows one at a time.</summary>
    /// <param name="reader">Of a query.</param>
    /// <param name="file">Where its rows come from.</param>
    /// <param name="remedy">What to do where the columns are others.</param>
    /// <exception cref="AnalysisException">The columns are not the record's.</exception>
    public static IEnumerable<TRow> Stream(DbDataReader reader, string file, string remedy = "Cast and alias each output of the file")
    {
        CheckColumns(reader, file, remedy);
        TextPool[] texts = [.. Parameters.Select(_ => new TextPool())];
        while (reader.Read())
        {
            yield return ReadRow(reader, texts);
        }
    }

    private static void CheckColumns(DbDataReader reader, string file, string remedy)
    {
        var expected = Parameters.Select(one => $"{ColumnName.Of(one.Name!)} {(Nullable.GetUnderlyingType(one.ParameterType) ?? one.ParameterType).Name}").ToList();
        var found = Enumerable.Range(0, reader.FieldCount).Select(i => $"{reader.GetName(i)} {reader.GetFieldType(i).Name}").ToList();
        if (expected.SequenceEqual(found))
        {
            return;
        }

        string[] odd = [.. Some("missing", expected.Except(found)), .. Some("not expected", found.Except(expected))];
        throw new AnalysisException(
            $"{file}: its columns are not those of {typeof(TRow).Name}; {(odd.Length > 0 ? string.Join("; ", odd) : $"in another order, expected {string.Join(", ", expected)}")}. {remedy}");

        static IEnumerable<string> Some(string what, IEnumerable<string> columns) => columns.Any() ? [$"{what}: {string.Join(", ", columns)}"] : [];
    }

    private static Func<DbDataReader, TextPool[], TRow> Compile()
    {
        var (reader, texts) = (Expression.Parameter(typeof(DbDataReader)), Expression.Parameter(typeof(TextPool[])));
        var nullability = new NullabilityInfoContext();
        var arguments = Parameters.Select((parameter, i) => Value(reader, texts, parameter, i, nullability.Create(parameter).ReadState == NullabilityState.Nullable));
        return Expression.Lambda<Func<DbDataReader, TextPool[], TRow>>(Expression.New(Constructor, arguments), reader, texts).Compile();
    }

    private static Expression Value(ParameterExpression reader, ParameterExpression texts, ParameterInfo parameter, int column, bool mayBeNull)
    {
        var type = Nullable.GetUnderlyingType(parameter.ParameterType) ?? parameter.ParameterType;
        Expression value = Expression.Call(reader, nameof(DbDataReader.GetFieldValue), [type], Expression.Constant(column));
        value = type == typeof(string) ? Expression.Call(Expression.ArrayIndex(texts, Expression.Constant(column)), nameof(TextPool.Same), null, value) : value;
        if (!mayBeNull)
        {
            return value;
        }

        return Expression.Condition(
            Expression.Call(reader, nameof(DbDataReader.IsDBNull), null, Expression.Constant(column)),
            Expression.Default(parameter.ParameterType),
            Expression.Convert(value, parameter.ParameterType));
    }
}
