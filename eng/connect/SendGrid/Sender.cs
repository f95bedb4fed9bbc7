namespace Curbside.Connect.SendGrid;

/// <summary>Whether SendGrid sends in the practice's name.</summary>
internal sealed class Sender(SendGridApi sendGrid, string from, Report report)
{
    public async Task CheckAsync()
    {
        var domain = from.Split('@')[^1];
        var domains = (await sendGrid.GetAsync($"v3/whitelabel/domains?domain={domain}")).AsArray();
        if (domains.Any(found => found!["valid"]?.GetValue<bool>() == true))
        {
            report.Well($"SendGrid sends in the name of {domain}");
            return;
        }

        var senders = (await sendGrid.GetAsync("v3/verified_senders"))["results"]!.AsArray();
        if (senders.Any(found => found!["from_email"]!.GetValue<string>() == from && found["verified"]!.GetValue<bool>()))
        {
            report.Well($"SendGrid has verified {from}; with the whole domain authenticated fewer emails would be taken for spam");
        }
        else
        {
            report.ToDo($"SendGrid may not send in the name of {domain} yet: SendGrid, Settings, Sender Authentication, Authenticate Your Domain.");
        }
    }
}
