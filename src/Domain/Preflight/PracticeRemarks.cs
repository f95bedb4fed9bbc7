using Curbside.Consults;
using Curbside.People;
using static Curbside.Preflight.Remark;

namespace Curbside.Preflight;

/// <summary>What the practice says of itself in its policy.</summary>
internal static class PracticeRemarks
{
    public static IEnumerable<Remark> Of(Practice practice)
    {
        var invented = PolicyFile.Default.Practice;
        if (practice == invented with { PublicUrl = practice.PublicUrl })
        {
            yield return ToDo("No policy is loaded, so the line has an invented name, and a backup line that nobody answers: docs/deploy.md, section 7.");
            yield return Domain(practice.PublicUrl);
            yield break;
        }

        yield return practice.Name == invented.Name || practice.SenderName == invented.SenderName
            ? ToDo("The line still calls itself by the name in the defaults. Give name and sender_name in the policy.")
            : Well($"Texts come from {practice.SenderName}, for {practice.Name}.");

        yield return Line("backup_line", practice.BackupLine, "It is where a clinician is sent who asks about a risk and for whom no one is free.");
        yield return Line("assistance_line", practice.AssistanceLine, "It is where a clinician is sent who asks for support and for whom no one is free.");
        yield return Line("office_line", practice.OfficeLine, "It is what HELP and every page name.");
        yield return practice.TextingNumber is { } number && !FictionNumber.Is(number)
            ? Well("/join names the number that texts come from.", number.Spoken)
            : ToDo($"{NotSet("texting_number")} It is the registered number, which carriers want to see on /join.");
        yield return Domain(practice.PublicUrl);
    }

    private static Remark Line(string name, PhoneNumber number, string use) => FictionNumber.Is(number)
        ? ToDo($"{NotSet(name)} {use}")
        : Well($"{name} is set. Call it once, to hear who answers.", number.Spoken);

    private static string NotSet(string name) => $"{name} is not set in the policy, or set to a number that nobody has (555-01…).";

    private static Remark Domain(string url) =>
        new Uri(url).IsLoopback ? Note("Links lead to this machine, which is good for a trial. In Azure they lead to the address of the line.")
        : !PolicyTexts.FitsIntoText(url) ? ToDo("Links are too long for a text, with the name that Azure gave the app. Point your own domain: docs/deploy.md, section 6.")
        : !url.StartsWith("https:", StringComparison.Ordinal) ? ToDo("Links begin with http:, so anybody on the way can read what they show. Make public_url https.")
        : Well($"Links lead to {url}.");
}
