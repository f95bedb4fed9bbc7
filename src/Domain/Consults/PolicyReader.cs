using System.Collections.Immutable;
using Curbside.Files;
using Curbside.People;
using NodaTime;

namespace Curbside.Consults;

/// <summary>Reads a policy over its defaults, or, without defaults, one that is complete.</summary>
internal sealed class PolicyReader(Policy? defaults, List<FileError> errors)
{
    public Policy Read(LocatedJson.Object root)
    {
        var section = new JsonSection<Policy>(root, defaults, errors);
        Duration Wait(string name, Func<Policy, Duration> ofDefaults) => section.Text(name, PolicyTexts.WaitForm, PolicyTexts.TryWait, ofDefaults);

        var policy = new Policy
        {
            Practice = section.Value("practice", ReadPractice, policy => policy.Practice),
            QuietHours = section.Text("quiet_hours", PolicyTexts.QuietHoursForm, PolicyTexts.TryQuietHours, policy => policy.QuietHours),
            Paces = section.Value("paces", ReadPaces, policy => policy.Paces),
            Buffer = section.Text("buffer", PolicyTexts.BufferForm, PolicyTexts.TryBuffer, policy => policy.Buffer),
            TalkingYetAfter = Wait("talking_yet_after", policy => policy.TalkingYetAfter),
            TalkingYetWait = Wait("talking_yet_wait", policy => policy.TalkingYetWait),
            HeldFor = Wait("held_for", policy => policy.HeldFor),
            HeldRiskAgainAfter = Wait("held_risk_again_after", policy => policy.HeldRiskAgainAfter),
            HeldRiskManagerAfter = Wait("held_risk_manager_after", policy => policy.HeldRiskManagerAfter),
            ManagerWait = Wait("manager_wait", policy => policy.ManagerWait),
            EveningCheckIn = section.Text("evening_check_in", PolicyTexts.TimeForm, PolicyTexts.TryTime, policy => policy.EveningCheckIn),
            FollowUpDays = section.WholeNumber("follow_up_days", 1, 365, policy => policy.FollowUpDays),
            KeepDays = section.WholeNumber("keep_days", 1, 365, policy => policy.KeepDays),
        };
        section.Close();
        if (errors.Count == 0)
        {
            CheckOrder(root, policy);
        }

        return policy;
    }

    /// <summary>What happens to one consult must happen before it is gone.</summary>
    private void CheckOrder(LocatedJson.Object root, Policy policy)
    {
        if (policy.HeldRiskAgainAfter >= policy.HeldFor || policy.HeldRiskManagerAfter >= policy.HeldFor)
        {
            Report(root["held_for"] ?? root, "held_for", "a held request would be gone before its phone is texted again or a manager told; "
                + "make held_for longer than held_risk_again_after and held_risk_manager_after");
        }

        if (policy.FollowUpDays > policy.KeepDays)
        {
            Report(root["follow_up_days"] ?? root, "follow_up_days", "a consult would be deleted before it is followed up; "
                + "make follow_up_days at most keep_days");
        }
    }

    private Practice ReadPractice(LocatedJson json)
    {
        if (json is not LocatedJson.Object practice)
        {
            Report(json, json.Path, $"{json.Shown} is not a practice; write an object like {{ \"sender_name\": \"Bay Curbside\" }}");
            return null!;
        }

        var section = new JsonSection<Practice>(practice, defaults?.Practice, errors);
        PhoneNumber Phone(string name, Func<Practice, PhoneNumber> ofDefaults) =>
            section.Text(name, PolicyTexts.PhoneForm, PhoneNumber.TryParse, ofDefaults);

        var result = new Practice
        {
            SenderName = section.Text("sender_name", PolicyTexts.SenderForm, PolicyTexts.TrySenderName, practice => practice.SenderName),
            Name = section.Text("name", PolicyTexts.NameForm, PolicyTexts.TryName, practice => practice.Name),
            Zone = section.Text("time_zone", PolicyTexts.ZoneForm, PolicyTexts.TryZone, practice => practice.Zone),
            State = section.Text("state", PolicyTexts.StateForm, UsState.TryParse, practice => practice.State),
            PublicUrl = section.Text("public_url", PolicyTexts.UrlForm, PolicyTexts.TryPublicUrl, practice => practice.PublicUrl),
            BackupLine = Phone("backup_line", practice => practice.BackupLine),
            AssistanceLine = Phone("assistance_line", practice => practice.AssistanceLine),
            OfficeLine = Phone("office_line", practice => practice.OfficeLine),
            TextingNumber = practice["texting_number"] is null && defaults is null
                ? null
                : section.Text<PhoneNumber?>("texting_number", PolicyTexts.PhoneForm, PolicyTexts.TryPhone, practice => practice.TextingNumber),
            StatedNumberKind = practice["texting_number_kind"] is null
                ? null
                : section.Text<TextingNumberKind?>("texting_number_kind", PolicyTexts.NumberKindForm, PolicyTexts.TryNumberKind, practice => practice.StatedNumberKind),
            Colour = section.Text("colour", PolicyTexts.ColourForm, PolicyTexts.TryColour, practice => practice.Colour),
        };
        section.Close();
        return result;
    }

    private ImmutableDictionary<(Kind Kind, Urgency Urgency), Pace> ReadPaces(LocatedJson json)
    {
        if (json is LocatedJson.Array entries)
        {
            return new PaceReader(defaults, errors).Read(entries);
        }

        Report(json, json.Path, $"{json.Shown} is not a list of paces; write [ first and ] last");
        return ImmutableDictionary<(Kind, Urgency), Pace>.Empty;
    }

    private void Report(LocatedJson at, string path, string text) => errors.Add(new FileError(at.Line, path, text));
}
