using System.Net;
using NodaTime;

namespace Curbside.Functions.Email;

/// <summary>SendGrid is away for an hour: texts go on, and the mail goes out once when it is back.</summary>
public sealed class SendGridTroubleTests
{
    private const string Maya = "+14155550101";
    private const string Noor = "+14155550102";

    private static readonly Duration Hour = Duration.FromHours(1);

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task What_was_to_be_mailed_meanwhile_is_mailed_once_afterwards(bool unreachable)
    {
        await using var world = await VendorWorld.OpenAsync();
        (world.SendGrid.IsDown, world.SendGrid.Answers) = (unreachable, unreachable ? HttpStatusCode.Accepted : HttpStatusCode.ServiceUnavailable);
        await world.TextAsync(Maya, "SM-1", "ASK MED TODAY");
        await world.TextAsync(Noor, "SM-2", "A1");
        Assert.Contains(world.Thread(Maya), text => text.Contains("booked", StringComparison.Ordinal));

        await world.AdvanceAsync(Hour);
        Assert.Empty(world.SendGrid.Mails);

        (world.SendGrid.IsDown, world.SendGrid.Answers) = (false, HttpStatusCode.Accepted);
        await world.AdvanceAsync(Hour);
        Assert.Single(world.SendGrid.To("maya@example.org"));
        Assert.Single(world.SendGrid.To("noor@example.org"));
    }
}
