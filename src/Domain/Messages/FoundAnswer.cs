namespace Curbside.Messages;

/// <summary>An answer and the words it was read from.</summary>
/// <param name="IsPlainNumber">A number that nothing but its place in the text makes an option.</param>
/// <param name="Asked">A question mark stands behind it.</param>
internal sealed record FoundAnswer(Meaning Meaning, int Start, int End, bool IsPlainNumber = false, bool Asked = false)
{
    /// <summary>A number, or a yes or no: it may begin a text that goes on in a sentence of its own.</summary>
    public bool IsPlainAnswer => Meaning is Meaning.Option or Meaning.Yes or Meaning.No or Meaning.Ordinal or Meaning.Any or Meaning.CallOff;

    /// <summary>In one clause a no is about what stands beside it ("can't do A1"), and no answer by itself.</summary>
    public bool Contradicts(FoundAnswer other) =>
        MayShareLetter(other) && ((Meaning is Meaning.No && other.Proposes) || (Proposes && other.Meaning is Meaning.No));

    /// <summary>"3pm, but not today".</summary>
    public bool IsTakenBackBy(FoundAnswer later) => MayShareLetter(later) && Proposes && later.Meaning is Meaning.No;

    public bool IsOppositeOf(FoundAnswer other) => MayShareLetter(other) && ((Affirms && other.Denies) || (Denies && other.Affirms));

    /// <summary>"A1 works", "3:30 is good", "A0 sorry, can't".</summary>
    public bool IsRepeatedBy(FoundAnswer next) =>
        (next.Meaning.Letter is null || next.Meaning.Letter == Meaning.Letter)
        && ((Meaning is Meaning.At or Meaning.Option { Number: > 0 } or Meaning.Ordinal or Meaning.Any && next.Meaning is Meaning.Yes)
            || (Meaning is Meaning.Option { Number: 0 } && next.Meaning is Meaning.No));

    /// <summary>An answer without a letter may be to the same question.</summary>
    public bool MayShareLetter(FoundAnswer other) => Meaning.Letter is null || other.Meaning.Letter is null || Meaning.Letter == other.Meaning.Letter;

    public bool Proposes => Affirms || Meaning is Meaning.At;

    /// <summary>Says no to what is asked.</summary>
    public bool Denies => Meaning is Meaning.No or Meaning.Option { Number: 0 };

    private bool Affirms => Meaning is Meaning.Yes or Meaning.Option { Number: > 0 } or Meaning.Ordinal or Meaning.Any;
}
