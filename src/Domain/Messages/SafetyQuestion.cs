namespace Curbside.Messages;

/// <summary>Questions about somebody's safety: "are you talking yet?" and "how are you doing?". Nothing but a plain yes ends the watch.</summary>
internal static class SafetyQuestion
{
    public static bool Is(Question question) => question.Numbered.Any(IsYes);

    public static Answer Yes(Question question) => question.Numbered.First(IsYes);

    /// <summary>The answer that goes on with the watch, or calls somebody.</summary>
    /// <exception cref="InvalidOperationException">The question has no such answer.</exception>
    public static Answer No(Question question) =>
        question.No ?? question.None ?? throw new InvalidOperationException("A question about safety has no answer that asks for help.");

    public static bool IsYes(Answer answer) => answer.Kind is AnswerKind.Talking or AnswerKind.DoingAllRight;
}
