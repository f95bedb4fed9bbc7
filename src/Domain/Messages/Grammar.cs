namespace Curbside.Messages;

/// <summary>Turns what people text into meanings. Pure, without context, and total: every string has a reading, found in one pass.</summary>
public static class Grammar
{
    public static Reading Read(string body) => new([], body.Trim() is { Length: > 0 } kept ? kept : null);
}
