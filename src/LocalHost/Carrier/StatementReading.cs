using Curbside.LocalHost.Storage;

namespace Curbside.LocalHost.Carrier;

internal static class StatementReading
{
    public static Statement BindOrNull(this Statement statement, int position, string? value) =>
        value is null ? statement.Bind(position, (long?)null) : statement.Bind(position, value);

    /// <summary>Runs a query to its end.</summary>
    public static IReadOnlyList<T> List<T>(this Statement statement, Func<Statement, T> read)
    {
        var rows = new List<T>();
        try
        {
            while (statement.Step())
            {
                rows.Add(read(statement));
            }
        }
        finally
        {
            statement.Reset();
        }

        return rows;
    }
}
