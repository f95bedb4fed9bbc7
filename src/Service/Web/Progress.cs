using Curbside.Consults;

namespace Curbside.Web;

/// <summary>How far a consult is on its way, at a glance.</summary>
internal static class Progress
{
    private static readonly string[] Steps = ["Asking", "Booked", "Talked", "Closed"];

    /// <returns>Nothing for what ended on the way.</returns>
    public static Html Of(Consult consult) => consult.Stage switch
    {
        Stage.Held => default,
        Stage.Asking or Stage.Proposed => At(0),
        Stage.Booked => At(1),
        Stage.Met => At(2),
        Stage.Closed => At(3),
        _ => default,
    };

    private static Html At(int now) => Html.Of(
        $"""
        <ol class="steps" aria-label="How far it is">
        {Html.Each(Steps.Select((step, place) => (step, place)), each => Html.Of(
            $"""<li{Html.If(each.place <= now, $""" class="done" """)}{Html.If(each.place == now, $""" aria-current="step" """)}>{each.step}</li>"""))}
        </ol>
        """);
}
