using Curbside.Consults;
using Curbside.Files;
using Curbside.Time;
using NodaTime;
using static Curbside.Tests.Consults.PolicyText;

namespace Curbside.Tests.Consults;

/// <summary>The file as a whole, its practice, and what stands on its own.</summary>
public class PolicyFileTests
{
    [Theory]
    [InlineData("{}")]
    [InlineData("\uFEFF{ \"practice\": {}, \"paces\": [] }")]
    public void What_is_left_out_stays_as_in_the_default(string json) => Assert.Equal(PolicyFile.Default, PolicyIn(json));

    [Fact]
    public void A_practice_overrides_what_it_names_and_nothing_else()
    {
        var policy = PolicyIn("""
            {
              // Ours.
              "practice": { "sender_name": "Desert Mind 2", "time_zone": "America/Phoenix", "state": "az", "office_line": "(602) 555-0100", },
              "quiet_hours": "22:00 - 07:30",
              "buffer": "0 min",
              "talking_yet_after": "1 h 5 min",
              "evening_check_in": "20:15",
              "keep_days": 14, /* a fortnight */
            }
            """);

        Assert.Equal("Desert Mind 2", policy.Practice.SenderName);
        Assert.Equal("America/Phoenix", policy.Practice.Zone.Id);
        Assert.Equal("AZ", policy.Practice.State.Code);
        Assert.Equal("+16025550100", policy.Practice.OfficeLine.Value);
        Assert.Equal(PolicyFile.Default.Practice.BackupLine, policy.Practice.BackupLine);
        Assert.Equal(
            PolicyFile.Default with
            {
                Practice = policy.Practice,
                QuietHours = new QuietHours(new LocalTime(22, 0), new LocalTime(7, 30)),
                Buffer = Duration.Zero,
                TalkingYetAfter = Duration.FromMinutes(65),
                EveningCheckIn = new LocalTime(20, 15),
                KeepDays = 14,
            },
            policy);
    }

    [Fact]
    public void A_texting_number_and_a_colour_may_be_named()
    {
        Assert.Null(PolicyFile.Default.Practice.TextingNumber);
        Assert.Equal("#1b5e57", PolicyFile.Default.Practice.Colour.ToString());
        var practice = PolicyIn("""{ "practice": { "texting_number": "(415) 555-0193", "colour": "#767676" } }""").Practice;
        Assert.Equal("+14155550193", practice.TextingNumber!.Value.Value);
        Assert.Equal("#767676", practice.Colour.ToString());
    }

    [Theory]
    [InlineData("15 min", 15)]
    [InlineData("15min", 15)]
    [InlineData("4 h", 240)]
    [InlineData("1 h 30 min", 90)]
    [InlineData(" 90 min ", 90)]
    [InlineData("336 h", 20_160)]
    public void Waits_are_written_in_hours_and_minutes(string wait, int minutes) =>
        Assert.Equal(Duration.FromMinutes(minutes), PolicyIn($$"""{ "manager_wait": "{{wait}}" }""").ManagerWait);

    [Theory]
    [InlineData("\"0 min\"")]
    [InlineData("\"-3 min\"")]
    [InlineData("\"\"")]
    [InlineData("\"15\"")]
    [InlineData("\"30 min 1 h\"")]
    [InlineData("\"99999 min\"")]
    [InlineData("15")]
    [InlineData("null")]
    public void What_is_no_wait_is_an_error(string wait) => Assert.Equal(
        [new FileError(1, "manager_wait", $"{wait} is not a wait of at least 1 min and at most 14 days; write it like 15 min, 4 h or 1 h 30 min")],
        ErrorsIn($$"""{ "manager_wait": {{wait}} }"""));

    [Theory]
    [InlineData("quiet_hours", "\"21:00\"", "the hours of a night; write them like 21:00-08:00")]
    [InlineData("quiet_hours", "\"21:00-25:00\"", "the hours of a night; write them like 21:00-08:00")]
    [InlineData("quiet_hours", "\"08:00-08:00\"", "the hours of a night; write them like 21:00-08:00")]
    [InlineData("evening_check_in", "\"7pm\"", "a time of day; write it like 20:30")]
    [InlineData("evening_check_in", "\"24:00\"", "a time of day; write it like 20:30")]
    [InlineData("buffer", "\"-5 min\"", "a buffer of at most 1 h; write it like 5 min, or 0 min for none")]
    [InlineData("buffer", "\"61 min\"", "a buffer of at most 1 h; write it like 5 min, or 0 min for none")]
    [InlineData("keep_days", "0", "a whole number from 1 to 365; write one without quotes")]
    [InlineData("keep_days", "\"30\"", "a whole number from 1 to 365; write one without quotes")]
    [InlineData("follow_up_days", "7.5", "a whole number from 1 to 365; write one without quotes")]
    [InlineData("follow_up_days", "99999999999", "a whole number from 1 to 365; write one without quotes")]
    [InlineData("paces", "{}", "a list of paces; write [ first and ] last", "{ … }")]
    [InlineData("practice", "[]", "a practice; write an object like { \"sender_name\": \"Bay Curbside\" }", "[ … ]")]
    public void A_wrong_value_is_told_with_what_to_write_instead(string name, string value, string form, string? shown = null) => Assert.Equal(
        [new FileError(2, name, $"{shown ?? value} is not {form}")],
        ErrorsIn($$"""
            {
              "{{name}}": {{value}}
            }
            """));

    [Theory]
    [InlineData("sender_name", "", "a sender name; write 1 to 20 letters without accents, digits and spaces")]
    [InlineData("sender_name", "A Practice Of 21 Sign", "a sender name; write 1 to 20 letters without accents, digits and spaces")]
    [InlineData("sender_name", "Niña", "a sender name; write 1 to 20 letters without accents, digits and spaces")]
    [InlineData("sender_name", "Bay-Curbside", "a sender name; write 1 to 20 letters without accents, digits and spaces")]
    [InlineData("name", "", "a name; write 1 to 60 characters on one line")]
    [InlineData("time_zone", "Pacific", "a time zone; write its IANA name, like America/Los_Angeles")]
    [InlineData("state", "California", "a US state; write its two letters, like CA")]
    [InlineData("backup_line", "988", "a phone number; write it like +14155550101")]
    [InlineData("assistance_line", "", "a phone number; write it like +14155550101")]
    [InlineData("office_line", "call us", "a phone number; write it like +14155550101")]
    [InlineData("texting_number", "none", "a phone number; write it like +14155550101")]
    [InlineData("colour", "teal", "a colour on which white text can be read; write it like #1b5e57, and darker if it is one")]
    [InlineData("colour", "#1b5e5", "a colour on which white text can be read; write it like #1b5e57, and darker if it is one")]
    [InlineData("colour", "#777777", "a colour on which white text can be read; write it like #1b5e57, and darker if it is one")]
    public void A_wrong_word_about_the_practice_is_told_with_what_to_write_instead(string name, string value, string form) => Assert.Equal(
        [new FileError(1, $"practice.{name}", $"\"{value}\" is not {form}")], ErrorsIn($$$"""{ "practice": { "{{{name}}}": "{{{value}}}" } }"""));

    [Theory]
    [InlineData("https://bay.example.org", "https://bay.example.org")]
    [InlineData("https://bay.example.org/", "https://bay.example.org")]
    [InlineData("https://eighteen-x.example", "https://eighteen-x.example")]
    [InlineData("http://bay.example:5080", "http://bay.example:5080")]
    [InlineData("http://localhost:5080", "http://localhost:5080")]
    [InlineData("https://localhost.localdomain:12345", null)]
    [InlineData("http://127.0.0.1:5080", "http://127.0.0.1:5080")]
    [InlineData("https://nineteen-xy.example", null)]
    [InlineData("https://bay.example/app", null)]
    [InlineData("https://bay.example/?a=b", null)]
    [InlineData("https://bay.example/#a", null)]
    [InlineData("https://me@bay.example", null)]
    [InlineData("https://niña.example", null)]
    [InlineData("ftp://bay.example", null)]
    [InlineData("bay.example.org", null)]
    [InlineData("/c", null)]
    public void Links_lead_to_a_short_bare_web_address(string url, string? read)
    {
        var json = $$$"""{ "practice": { "public_url": "{{{url}}}" } }""";

        if (read is not null)
        {
            Assert.Equal(read, PolicyIn(json).Practice.PublicUrl);
        }
        else
        {
            Assert.Equal(
                [
                    new FileError(1, "practice.public_url", $"\"{url}\" is not where links can lead; write https:// and a host "
                        + "of at most 18 characters, without a path, like https://bay.example.org, so that a link fits into a text"),
                ],
                ErrorsIn(json));
        }
    }

    [Fact]
    public void Unknown_properties_are_told_with_the_nearest_known() => Assert.Equal(
        [
            new FileError(2, "Buffer", "this is not known; the nearest known one is buffer"),
            new FileError(3, "practice.sendername", "this is not known; the nearest known one is sender_name"),
            new FileError(4, "paces[0].asked_at_ones", "this is not known; the nearest known one is asked_at_once"),
        ],
        ErrorsIn("""
            {
              "Buffer": "5 min",
              "practice": { "sendername": "Bay" },
              "paces": [{ "kind": "others", "urgency": "now", "asked_at_ones": 2 }]
            }
            """));

    [Fact]
    public void A_property_that_is_there_twice_is_an_error() => Assert.Equal(
        [new FileError(3, "buffer", "this is on line 2 already; keep one of them")], ErrorsIn("{\n\"buffer\": \"5 min\",\n\"buffer\": \"10 min\" }"));

    [Fact]
    public void All_errors_are_reported_at_once_in_the_order_of_their_lines() => Assert.Equal(
        [(2, "keep_days"), (3, "paces[0].urgency"), (4, "paces[1].hold"), (5, "practice.state"), (5, "practice.name"), (6, "hold_for")],
        ErrorsIn("""
            {
              "keep_days": -1,
              "paces": [{ "kind": "case", "urgency": "soon" },
                { "kind": "others", "urgency": "now", "hold": "never" }],
              "practice": { "state": "XX", "name": "" },
              "hold_for": "30 min"
            }
            """).Select(error => (error.Line, error.Field!)).OrderBy(error => error.Line).ThenByDescending(error => error.Item2));

    [Fact]
    public void A_consult_is_followed_up_before_it_is_deleted() => Assert.Equal(
        [new FileError(2, "follow_up_days", "a consult would be deleted before it is followed up; make follow_up_days at most keep_days")],
        ErrorsIn("{\n\"follow_up_days\": 8, \"keep_days\": 7 }"));

    [Theory]
    [InlineData("\"held_for\": \"5 min\"")]
    [InlineData("\"held_risk_manager_after\": \"30 min\"")]
    [InlineData("\"held_risk_again_after\": \"1 h\"")]
    public void A_held_risk_request_is_not_gone_before_a_manager_is_told(string property) => Assert.Equal(
        [
            new FileError(1, "held_for", "a held request would be gone before its phone is texted again or a manager told; "
                + "make held_for longer than held_risk_again_after and held_risk_manager_after"),
        ],
        ErrorsIn($"{{ {property} }}"));

    [Theory]
    [InlineData("", 1, 1)]
    [InlineData("{\n  \"buffer\": oops\n}", 2, 13)]
    [InlineData("{\n  \"buffer\": \"5 min\"\n", 3, 1)]
    [InlineData("{}\n{}", 2, 1)]
    [InlineData("{\n\n \"practice\": { \"name\": \"\\ud800\" } }", 3, 24)]
    public void What_is_not_json_is_an_error_with_its_place(string json, int line, int position)
    {
        var error = Assert.Single(ErrorsIn(json));

        Assert.Equal((line, null), (error.Line, error.Field));
        Assert.StartsWith($"this is not JSON from byte {position} of the line on: ", error.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("LineNumber", error.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("[]")]
    [InlineData("\"policy\"")]
    public void A_policy_is_one_object(string json) =>
        Assert.Equal([new FileError(1, null, "a policy is one object; write { first and } last")], ErrorsIn(json));

    [Fact]
    public void A_file_over_64_kibibytes_is_refused_unread()
    {
        Assert.Equal(PolicyFile.Default, PolicyIn("{}" + new string(' ', (64 * 1024) - 2)));
        Assert.Equal(
            [new FileError(1, null, "the file is larger than 64 KiB; keep only what differs from the defaults")],
            ErrorsIn("{}" + new string(' ', (64 * 1024) - 1)));
    }
}
