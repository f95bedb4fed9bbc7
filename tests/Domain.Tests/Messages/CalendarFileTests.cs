using Curbside.Consults;
using Curbside.Messages;
using Curbside.People;
using Curbside.Phones;
using NodaTime;

namespace Curbside.Tests.Messages;

public class CalendarFileTests
{
    private static readonly Instant HalfPastThree = Instant.FromUtc(2026, 1, 5, 23, 30);

    private static readonly Practice Practice = PolicyFile.Default.Practice with { PublicUrl = "https://bay.example.org" };

    [Fact]
    public void The_clocks_around_the_entry_come_along()
    {
        var file = FileOf(HalfPastThree, Practice);
        Assert.Contains(
            """
            BEGIN:VTIMEZONE
            TZID:America/Los_Angeles
            BEGIN:STANDARD
            DTSTART:20251102T020000
            TZOFFSETFROM:-0700
            TZOFFSETTO:-0800
            TZNAME:PST
            END:STANDARD
            BEGIN:DAYLIGHT
            DTSTART:20260308T020000
            TZOFFSETFROM:-0800
            TZOFFSETTO:-0700
            TZNAME:PDT
            END:DAYLIGHT
            BEGIN:STANDARD
            DTSTART:20261101T020000
            TZOFFSETFROM:-0700
            TZOFFSETTO:-0800
            TZNAME:PST
            END:STANDARD
            END:VTIMEZONE
            """,
            file.ReplaceLineEndings("\n"),
            StringComparison.Ordinal);
        Assert.Contains("DTSTART;TZID=America/Los_Angeles:20260105T153000\r\n", file, StringComparison.Ordinal);
        Assert.Contains("DTEND;TZID=America/Los_Angeles:20260105T155000\r\n", file, StringComparison.Ordinal);
    }

    [Fact]
    public void A_zone_whose_clocks_never_change_has_one_observance()
    {
        var file = FileOf(HalfPastThree, Practice with { Zone = DateTimeZoneProviders.Tzdb["Etc/GMT+8"] });
        Assert.Contains("BEGIN:STANDARD\r\nDTSTART:19700101T000000\r\nTZOFFSETFROM:-0800\r\nTZOFFSETTO:-0800\r\n", file, StringComparison.Ordinal);
        Assert.Equal(2, file.Split("BEGIN:STANDARD").Length);
    }

    private static string FileOf(Instant start, Practice practice) => CalendarFile.Write(
        new ConsultId("consult"),
        new Invitation(PersonName.Of(Tests.Sample.Asker), start, start, start + Duration.FromMinutes(20), Modality.Phone, 2, Cancelled: false),
        "noor@example.org",
        practice);
}
