namespace Curbside.Messages;

/// <summary>What a consult is called on one phone: <c>A</c> to <c>H</c>.</summary>
public readonly record struct Letter
{
    public const int Count = 8;

    public Letter(char value) => Value = value is >= 'A' and <= 'H' ? value : throw new ArgumentOutOfRangeException(nameof(value));

    public char Value { get; }

    public static IEnumerable<Letter> All => Enumerable.Range('A', Count).Select(value => new Letter((char)value));

    /// <summary>Null if no letter is called so.</summary>
    public static Letter? Named(char name) => char.ToUpperInvariant(name) is >= 'A' and <= 'H' and var value ? new Letter(value) : null;

    public override string ToString() => Value.ToString();
}
