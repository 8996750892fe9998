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
    private static readonly Func<DbDataReader, TextPool, TRow> ReadRow = Compile();

    /// <exception cref="AnalysisException">The columns are not the record's.</exception>
    public static IReadOnlyList<TRow> ReadAll(DbDataReader reader, string file)
    {
        return [.. Stream(reader, file)];
    }

    /// <summary>The rows one at a time.</summary>
    /// <exception cref="AnalysisException">The columns are not the record's.</exception>
    public static IEnumerable<TRow> Stream(DbDataReader reader, string file)
    {
        CheckColumns(reader, file);
        var texts = new TextPool();
        while (reader.Read())
        {
            yield return ReadRow(reader, texts);
        }
    }

    private static void CheckColumns(DbDataReader reader, string file)
    {
        var expected = Parameters.Select(one => $"{ColumnName.Of(one.Name!)} {(Nullable.GetUnderlyingType(one.ParameterType) ?? one.ParameterType).Name}");
        var found = Enumerable.Range(0, reader.FieldCount).Select(i => $"{reader.GetName(i)} {reader.GetFieldType(i).Name}");
        if (expected.Except(found).Concat(found.Except(expected)).FirstOrDefault() is { } odd || !expected.SequenceEqual(found))
        {
            throw new AnalysisException(
                $"{file}: its columns are not those of {typeof(TRow).Name}; found {string.Join(", ", found)}; " +
                $"expected {string.Join(", ", expected)}. Cast and alias each output of the file.");
        }
    }

    private static Func<DbDataReader, TextPool, TRow> Compile()
    {
        var (reader, texts) = (Expression.Parameter(typeof(DbDataReader)), Expression.Parameter(typeof(TextPool)));
        var nullability = new NullabilityInfoContext();
        var arguments = Parameters.Select((parameter, i) => Value(reader, texts, parameter, i, nullability.Create(parameter).ReadState == NullabilityState.Nullable));
        return Expression.Lambda<Func<DbDataReader, TextPool, TRow>>(Expression.New(Constructor, arguments), reader, texts).Compile();
    }

    private static Expression Value(ParameterExpression reader, ParameterExpression texts, ParameterInfo parameter, int column, bool mayBeNull)
    {
        var type = Nullable.GetUnderlyingType(parameter.ParameterType) ?? parameter.ParameterType;
        Expression value = Expression.Call(reader, nameof(DbDataReader.GetFieldValue), [type], Expression.Constant(column));
        value = type == typeof(string) ? Expression.Call(texts, nameof(TextPool.Same), null, value) : value;
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
