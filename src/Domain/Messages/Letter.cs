namespace Curbside.Messages;

/// <summary>What a consult is called on one phone: <c>A</c> to <c>H</c>, and <c>J</c> to <c>W</c> where those are all open.</summary>
public readonly record struct Letter
{
    /// <summary>Eight letters serve an ordinary phone. The others are taken when these are all open.</summary>
    public const int Usual = 8;

    public const int Count = 20;

    /// <summary>I, O and Z look like 1, 0 and 2; R and X are commands; Y is a yes.</summary>
    private const string Names = "ABCDEFGHJKLMNPQSTUVW";

    public Letter(char value) => Value = Names.Contains(value, StringComparison.Ordinal) ? value : throw new ArgumentOutOfRangeException(nameof(value));

    public char Value { get; }

    /// <summary>In the order in which a phone takes them.</summary>
    public static IEnumerable<Letter> All => Names.Select(value => new Letter(value));

    /// <summary>Null if no letter is called so.</summary>
    public static Letter? Named(char name) => char.ToUpperInvariant(name) is var value && Names.Contains(value, StringComparison.Ordinal) ? new Letter(value) : null;

    /// <summary>Null if no letter of an ordinary phone is called so. The others count only where a number is glued to them: "k 3" is nothing.</summary>
    public static Letter? UsuallyNamed(char name) => Named(name) is { } letter && Names.IndexOf(letter.Value, StringComparison.Ordinal) < Usual ? letter : null;

    public override string ToString() => Value.ToString();
}
