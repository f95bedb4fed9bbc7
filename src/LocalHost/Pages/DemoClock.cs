using System.Globalization;
using Curbside.Web;
using NodaTime;

namespace Curbside.LocalHost.Pages;

/// <summary>The clock, and buttons that move a manual one on.</summary>
/// <param name="Now">In the practice's zone.</param>
internal sealed record DemoClock(ZonedDateTime Now, bool IsManual, string Back)
{
    /// <summary>In place of how far: to whatever falls due next.</summary>
    public const string Next = "next";

    private static readonly (string By, string Label)[] Steps =
        [("00:10:00", "10 minutes later"), ("01:00:00", "1 hour later"), ("1.00:00:00", "1 day later"), (Next, "Until something happens")];

    public Html Render() => Html.Of(
        $"""
        <section class="clock" aria-label="The clock">
        <p id="clock" data-region><strong>{Now.ToString("dddd, MMM d, h:mm tt", CultureInfo.InvariantCulture)}</strong> in the practice</p>
        {Html.If(IsManual, $"{Buttons()}")}
        </section>
        """);

    private Html Buttons() => Html.Of(
        $"""
        <form method="post" action="/local/clock/advance"><input type="hidden" name="back" value="{Back}">
        {Html.Each(Steps, step => Html.Of(
            $"""
            <button class="quiet" name="by" value="{step.By}">{step.Label}</button>

            """))}
        </form>
        """);
}
