using Curbside.Storage;

namespace Curbside.LocalHost.Storage;

/// <summary>Tables are stored by name: readable with any tool, and independent of the order in which they are declared.</summary>
internal static class TableName
{
    private static readonly string[] Names = Enum.GetNames<Table>();

    public static string Of(Table table) => Names[(int)table];
}
