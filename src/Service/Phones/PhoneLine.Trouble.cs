using Curbside.Messages;
using Curbside.People;
using Curbside.Sending;
using NodaTime.Text;

namespace Curbside.Phones;

/// <summary>Tells the practice's managers of what only a person can mend, by the way that still works.</summary>
internal sealed partial class PhoneLine
{
    /// <summary>
    /// Once a day for each manager and kind of trouble, however many messages, instances and restarts meet it: the same event again changes nothing. By
    /// text only while nobody sleeps; what waits for the mail service meets the trouble again in the morning. Where there is no manager, or none can be
    /// reached that way, the log and its alert say it alone.
    /// </summary>
    public async Task TellManagersAsync(ServiceTrouble trouble, CancellationToken stop)
    {
        try
        {
            var now = clock.GetCurrentInstant();
            var policy = await policies.CurrentAsync(stop);
            var today = LocalDatePattern.Iso.Format(now.InZone(policy.Practice.Zone).Date);
            var told = new PhoneEvent.LineTold(new Message.LineInTrouble(trouble.Kind, trouble.Service), ByMail: !trouble.Kind.IsOfMail());
            foreach (var manager in (await people.CurrentAsync(stop)).Present.Select(colleague => colleague.Person).Where(person => person.Is(Roles.Manager)))
            {
                if (told.ByMail || !policy.QuietHours.Covers(now, manager.Zone))
                {
                    await HandleAsync(manager.Phone, $"trouble {trouble.Kind} {today}", told, null, stop);
                }
            }
        }
        catch (IOException)
        {
            // What did not go out is tried again, and meets the same trouble.
        }
    }
}
