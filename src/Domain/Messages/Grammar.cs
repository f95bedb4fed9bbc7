namespace Curbside.Messages;

public static class Grammar
{
    public static Reading Read(string body) => new([], body);
}
