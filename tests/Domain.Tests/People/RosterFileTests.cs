using Curbside.Files;
using Curbside.People;
using Curbside.Time;
using NodaTime;
using static Curbside.Tests.People.RosterText;

namespace Curbside.Tests.People;

/// <summary>The file as a whole: its header, its rows and lines, and the ties between its people.</summary>
public class RosterFileTests
{
    [Fact]
    public void A_full_row_is_read_field_by_field()
    {
        const string row = "Maya Lee,LPC,(415) 555-0101,maya@example.org,clinician;Consultant,counselor,ca; NV;CA,Anxiety;trauma,"
            + "America/Los_Angeles,\"Mon,Wed 09:00-17:00; Sat 10:00-12:00\",2026-01-12/2026-01-16,3,+14155550103,+14155550102,"
            + "yes,no,YES,,2026-01-05T10:00:00-08:00,onboarding form";

        var maya = PeopleIn($"""
            {RosterFile.Header}
            {row}
            Noor Ng,,+14155550102,,consultant,psychiatrist,,,America/Los_Angeles,,,,,,,,,,,
            Rosa Diaz,,+14155550103,,supervisor,other,,,America/Los_Angeles,,,,,,,,,,,
            """)[0];

        Assert.Equal("Maya Lee", maya.Name);
        Assert.Equal("LPC", maya.Credentials);
        Assert.Equal(PhoneNumber.Parse("+14155550101"), maya.Phone);
        Assert.Equal("maya@example.org", maya.Email);
        Assert.Equal(Roles.Clinician | Roles.Consultant, maya.Roles);
        Assert.Equal(Discipline.Counselor, maya.Discipline);
        Assert.Equal(["CA", "NV"], maya.Licences.Select(state => state.Code));
        Assert.Equal(["anxiety", "trauma"], maya.Topics.Order());
        Assert.Equal("America/Los_Angeles", maya.Zone.Id);
        Assert.Equal(WeeklyHours.Parse("Mon,Wed 09:00-17:00; Sat 10:00-12:00"), maya.Availability);
        Assert.Equal(new DateInterval(new LocalDate(2026, 1, 12), new LocalDate(2026, 1, 16)), Assert.Single(maya.Away));
        Assert.Equal(3, maya.MaxPerWeek);
        Assert.Equal(PhoneNumber.Parse(Rosa), Assert.Single(maya.ReportsTo));
        Assert.Equal(PhoneNumber.Parse(Noor), Assert.Single(maya.NotWith));
        Assert.True(maya.TakesRisk);
        Assert.False(maya.WakeForRisk);
        Assert.True(maya.WakeForNow);
        Assert.False(maya.OffersSupport);
        Assert.Equal(new Consent(Instant.FromUtc(2026, 1, 5, 18, 0), "onboarding form"), maya.Consent);
    }

    [Fact]
    public void A_bare_row_leaves_out_what_may_be_left_out()
    {
        var maya = MayaWith();

        Assert.Equal("", maya.Credentials);
        Assert.Null(maya.Email);
        Assert.Empty(maya.Licences);
        Assert.Empty(maya.Topics);
        Assert.True(maya.Availability.IsEmpty);
        Assert.Empty(maya.Away);
        Assert.Null(maya.MaxPerWeek);
        Assert.False(maya.TakesRisk || maya.WakeForRisk || maya.WakeForNow || maya.OffersSupport);
        Assert.Null(maya.Consent);
    }

    [Fact]
    public void People_come_in_the_order_of_the_file() =>
        Assert.Equal(["Noor Ng", "Maya Lee"], PeopleIn(File(Row("Noor Ng", Noor), Row("Maya Lee", Maya))).Select(person => person.Name));

    [Fact]
    public void A_roster_without_a_consultant_is_accepted() => Assert.Equal(Roles.Clinician, MayaWith(("roles", "clinician")).Roles);

    [Theory]
    [InlineData("\n")]
    [InlineData("\r\n")]
    [InlineData("\r")]
    public void Any_line_ends_a_byte_order_mark_and_blank_rows_are_fine(string lineEnd)
    {
        var csv = string.Join(lineEnd, ["\uFEFF" + RosterFile.Header, "", Row("Maya Lee", Maya), new string(',', 19), Row("Noor Ng", "x"), ""]);

        Assert.Equal([new FileError(5, "phone", "\"x\" is not a phone number; write it like +14155550101")], ErrorsIn(csv));
    }

    [Fact]
    public void Columns_may_stand_in_another_order()
    {
        var csv = string.Join('\n', File(Row("Maya Lee", Maya)).TrimEnd().Split('\n').Select(line => string.Join(',', line.Split(',').Reverse())));

        Assert.Equal("Maya Lee", Assert.Single(PeopleIn(csv)).Name);
    }

    [Fact]
    public void Quotes_keep_commas_and_quotes() => Assert.Equal("Maya \"May\" Lee, Jr.", MayaWith(("name", "Maya \"May\" Lee, Jr.")).Name);

    [Fact]
    public void Line_numbers_go_on_after_a_quoted_line_break()
    {
        var csv = File(Row("Maya Lee", Maya, ("sms_consent_how", "a\nb")), Row("Noor Ng", Noor, ("discipline", "doctor")));

        Assert.Equal(
            [(2, "sms_consent_how"), (2, "sms_consent_at"), (4, "discipline")], ErrorsIn(csv).Select(error => (error.Line, error.Field!)));
    }

    [Theory]
    [InlineData("Maya \"May\" Lee", "\"Maya \"May\" Lee\" has a quote in it; put quotes around the whole field, and double each one inside")]
    [InlineData("\"Maya\" Lee", "\" Lee\" stands after a closing quote; double each quote that belongs to the text")]
    public void Stray_quotes_are_errors(string name, string text)
    {
        var csv = File(Row("Noor Ng", Noor), name + Row("", Maya));

        Assert.Equal([new FileError(3, null, text)], ErrorsIn(csv));
    }

    [Fact]
    public void A_quote_that_is_never_closed_is_reported_where_it_was_opened()
    {
        var csv = File(Row("Noor Ng", Noor), "\"Maya Lee" + Row("", Maya), Row("Rosa Diaz", Rosa));

        Assert.Equal(
            new FileError(3, null, "a quote is opened here and never closed; close it, or double it if it belongs to the text"), ErrorsIn(csv)[0]);
    }

    [Theory]
    [InlineData("")]
    [InlineData(" \n\n")]
    [InlineData("\uFEFF")]
    public void An_empty_file_is_an_error(string csv) => Assert.Equal(
        [new FileError(1, null, $"the file is empty; write this header and a row for each person: {RosterFile.Header}")], ErrorsIn(csv));

    [Fact]
    public void A_header_alone_is_an_error() => Assert.Equal(
        [new FileError(1, null, "nobody is on this roster; write a row for each person below the header")], ErrorsIn(RosterFile.Header));

    [Fact]
    public void A_file_without_a_header_is_an_error() => Assert.Equal(
        [new FileError(1, null, $"the header is missing; the first line must be: {RosterFile.Header}")], ErrorsIn(Row("Maya Lee", Maya)));

    [Fact]
    public void Every_wrong_column_is_reported_and_no_row_is_blamed_for_it()
    {
        var header = RosterFile.Header.Replace("licences", "licenses", StringComparison.Ordinal).Replace("email", "phone", StringComparison.Ordinal);

        Assert.Equal(
            [
                new FileError(1, "licenses", "this column is not known; the nearest known one is licences"),
                new FileError(1, "email", $"this column is missing; the header must have all of: {RosterFile.Header}"),
                new FileError(1, "licences", $"this column is missing; the header must have all of: {RosterFile.Header}"),
                new FileError(1, "phone", "this column is there more than once; keep one of them"),
            ],
            ErrorsIn($"{header}\n{Row("", "x")}"));
    }

    [Theory]
    [InlineData(",", 21)]
    [InlineData("", 19)]
    public void A_row_with_another_number_of_fields_is_an_error(string more, int fields)
    {
        var row = Row("Maya Lee", Maya);
        var csv = File(more.Length > 0 ? row + more : row[..^1], Row("Noor Ng", Noor, ("reports_to", Maya)));

        Assert.Equal(
            [
                new FileError(2, null, $"this row has {fields} fields and the header 20; keep the commas around an empty field, "
                    + "and put quotes around one that has a comma in it"),
            ],
            ErrorsIn(csv));
    }

    [Fact]
    public void All_errors_are_reported_at_once_in_order_and_nobody_is_imported()
    {
        var csv = File(
            Row("Maya Lee", Maya, ("reports_to", "+14155550199"), ("discipline", "wizard")),
            Row("Noor Ng", Noor),
            Row("", Maya, ("timezone", "Pacific"), ("max_per_week", "many")));

        Assert.Equal(
            [(2, "discipline"), (2, "reports_to"), (4, "name"), (4, "timezone"), (4, "max_per_week"), (4, "phone")],
            ErrorsIn(csv).Select(error => (error.Line, error.Field!)));
    }

    [Fact]
    public void Two_people_cannot_share_a_phone_however_it_is_written() => Assert.Equal(
        [new FileError(4, "phone", "+14155550101 is the phone on line 2 too; each person needs their own")],
        ErrorsIn(File(Row("Maya Lee", Maya), Row("Noor Ng", Noor), Row("Rosa Diaz", "415-555-0101"))));

    [Theory]
    [InlineData("reports_to")]
    [InlineData("not_with")]
    public void Ties_lead_to_other_people_on_the_roster(string column)
    {
        Assert.Equal((column, "\"Rosa\" is not a phone number; write it like +14155550101"), ErrorOfMayaWith((column, "Rosa")));
        Assert.Equal((column, "+14155550101 is the person's own phone; take it out"), ErrorOfMayaWith((column, Maya)));
        Assert.Equal(
            (column, "+14155550103 is nobody's phone on this roster; add the person, or take the number out"),
            ErrorOfMayaWith((column, Rosa)));
    }

    [Fact]
    public void Two_who_report_to_each_other_are_a_loop() => Assert.Equal(
        [new FileError(2, "reports_to", "Maya Lee reports to Noor Ng, who reports to Maya Lee; take one of them out of this loop")],
        ErrorsIn(File(Row("Maya Lee", Maya, ("reports_to", Noor)), Row("Noor Ng", Noor, ("reports_to", Maya)))));

    [Fact]
    public void A_longer_loop_is_reported_once_from_its_first_line_without_those_who_only_lead_into_it()
    {
        var csv = File(
            Row("Ola Outside", "+14155550104", ("reports_to", Rosa)),
            Row("Maya Lee", Maya, ("reports_to", Noor)),
            Row("Noor Ng", Noor, ("reports_to", Rosa)),
            Row("Rosa Diaz", Rosa, ("reports_to", Maya)));

        Assert.Equal(
            [
                new FileError(3, "reports_to", "Maya Lee reports to Noor Ng, who reports to Rosa Diaz, who reports to Maya Lee; "
                    + "take one of them out of this loop"),
            ],
            ErrorsIn(csv));
    }

    [Fact]
    public void Two_lines_that_meet_again_above_are_no_loop() => Assert.Equal(
        4,
        PeopleIn(File(
            Row("Maya Lee", Maya, ("reports_to", $"{Noor};{Rosa}")),
            Row("Noor Ng", Noor, ("reports_to", "+14155550104")),
            Row("Rosa Diaz", Rosa, ("reports_to", "+14155550104")),
            Row("Dan Okafor", "+14155550104"))).Count);

    [Fact]
    public void The_longest_reporting_line_is_walked()
    {
        var rows = Enumerable.Range(0, RosterFile.MostPeople)
            .Select(i => Row($"P{i}", Number(i), ("reports_to", Number((i + 1) % RosterFile.MostPeople))));

        var error = Assert.Single(ErrorsIn(File([.. rows])));

        Assert.Equal((2, "reports_to"), (error.Line, error.Field));
        Assert.StartsWith("P0 reports to P1, who reports to P2, ", error.Text, StringComparison.Ordinal);
        Assert.EndsWith(", who reports to P1999, who reports to P0; take one of them out of this loop", error.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void Two_thousand_people_are_read_and_one_more_is_an_error()
    {
        var rows = Enumerable.Range(0, RosterFile.MostPeople + 1).Select(i => Row($"P{i}", Number(i))).ToArray();

        Assert.Equal(2_000, PeopleIn(File(rows[..^1])).Count);
        Assert.Equal([new FileError(2_002, null, "a roster has at most 2,000 people, and this is one more of 2001")], ErrorsIn(File(rows)));
    }

    [Fact]
    public void A_file_over_a_megabyte_is_refused_unread()
    {
        var csv = File(Row("Maya Lee", Maya));
        var blank = new string('\n', RosterFile.MostBytes - csv.Length);

        Assert.Single(PeopleIn(csv + blank));
        Assert.Equal(
            [new FileError(1, null, "the file is larger than 1 MB; keep only the rows of people")], ErrorsIn(csv + blank + "\n"));
    }

    private static string Number(int i) => $"+1415600{i:0000}";
}
