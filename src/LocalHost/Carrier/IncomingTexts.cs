using Curbside.Consults;
using Curbside.People;
using Curbside.Phones;
using Curbside.Web;
using NodaTime;

namespace Curbside.LocalHost.Carrier;

/// <summary>
/// Texts on their way in: each is in its phone's thread before Curbside hears of it, and so are the replies before the webhook is answered.
/// </summary>
internal sealed class IncomingTexts(TextTable texts, PhoneTable phones, SimulatedCarrier carrier, Inbox inbox, PolicyBook policies, IClock clock)
{
    /// <summary>A text of the webhook, whoever called it. The same MessageSid again changes nothing.</summary>
    public async Task<IReadOnlyList<Reply>> ReceiveAsync(InboundText text, CancellationToken stop)
    {
        var phone = text.From.Value;
        texts.AddIncoming(phone, text.MessageSid, text.Body, clock.GetCurrentInstant());
        return await inbox.TextReceivedAsync(text.From, text.MessageSid, text.Body, text.CarrierAnswered, TakeAll, text.HasMedia, stop);

        void TakeAll(IReadOnlyList<Reply> replies)
        {
            foreach (var reply in replies)
            {
                carrier.TakeReply(phone, reply.Key, reply.Body);
            }
        }
    }

    /// <summary>A person writes on a simulated phone. The carrier sees it first, and acts on its words as real ones do.</summary>
    public async Task WriteAsync(PhoneNumber from, string body, CancellationToken stop)
    {
        var id = ProviderId.New("SM");
        var kind = (await policies.CurrentAsync(stop)).Practice.NumberKind;
        var word = CarrierWords.Read(body, phones.IsOptedOut(from.Value), kind);
        if (word is not null)
        {
            texts.AddIncoming(from.Value, id, body, clock.GetCurrentInstant());
            texts.AddOwn(from.Value, CarrierWords.AnswerTo(word, kind), clock.GetCurrentInstant());
        }

        if (word is CarrierWords.Stop or CarrierWords.Start)
        {
            phones.SetOptedOut(from.Value, word == CarrierWords.Stop);
        }

        // A network acts on its words by itself, and the webhook does not say that it did.
        await ReceiveAsync(new InboundText(from, id, body, kind == TextingNumberKind.TollFree ? null : word), stop);
    }
}
