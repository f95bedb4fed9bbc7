using Curbside.Privacy;

namespace Curbside.Tests.Privacy;

public class ScreeningTests
{
    [Theory]
    [InlineData("My client Jane Doe called", "Jane Doe")]
    [InlineData("my client jane smith says", "jane smith")]
    [InlineData("I saw pt. Smith today", "Smith")]
    [InlineData("His wife Karen left", "Karen")]
    [InlineData("Her ex, Thuong, came back", "Thuong")]
    [InlineData("A girl named Zephyrine hit him", "Zephyrine")]
    [InlineData("his name's mark and he drinks", "mark")]
    [InlineData("Mrs. Beck worries", "Beck")]
    [InlineData("mr young worries", "young")]
    [InlineData("I met Jane M. Doe", "Jane M. Doe")]
    [InlineData("Jane D. refuses", "Jane D")]
    [InlineData("Met with José Nuñez twice", "José Nuñez")]
    [InlineData("Talked to Mary-Kate O\u2019Brien", "Mary-Kate O\u2019Brien")]
    [InlineData("I'm afraid for Xochitl Quispe now", "Xochitl Quispe")]
    [InlineData("JANE DOE IS SUICIDAL", "JANE DOE")]
    [InlineData("his probation officer, Ms. Tremblay, called", "Tremblay")]
    [InlineData("Hi Noor, a question", "Noor")]
    [InlineData("Jennifer\u2019s mother called", "Jennifer")]
    public void A_name_is_found(string text, string name) => AssertFinds(text, Identifier.Name, name);

    [Theory]
    [InlineData("I worry about Grace a lot", "Grace")]
    [InlineData("Will told me about the gun", "Will")]
    [InlineData("Hope Ramirez is 19", "Hope Ramirez")]
    [InlineData("My client April is 19", "April")]
    [InlineData("I'm seeing Jordan weekly", "Jordan")]
    [InlineData("Austin says he is fine", "Austin")]
    public void A_name_that_is_also_a_word_is_found_where_something_gives_it_away(string text, string name) =>
        AssertFinds(text, Identifier.Name, name);

    [Theory]
    [InlineData("Will she come back? May I call? Hope is all I have. Grace under pressure, joy and faith.")]
    [InlineData("She moved to Austin in April, then to Georgia by June, maybe Phoenix in August")]
    [InlineData("the doctor will call, dr may know, ms will not, I miss hope")]
    [InlineData("bill the client, mark it, chase the grant, dean of students, rich and frank")]
    public void A_word_that_is_also_a_name_is_left_alone(string text) => AssertNothing(text);

    [Fact]
    public void Once_a_name_is_known_it_is_found_everywhere() =>
        Assert.Equal(
            [new Finding(Identifier.Name, 10, 7), new Finding(Identifier.Name, 26, 7)],
            Screening.Look("My client Xiomara is sad. Xiomara drinks.").AsEnumerable());

    [Theory]
    [InlineData("Client K and J. fight; pt JR, 34yo")]
    [InlineData("On Zoloft, then Lexapro and Wellbutrin XL, now Lamictal with Seroquel and Adderall")]
    [InlineData("We did the Beck Depression Inventory, the Columbia protocol, a Rorschach, the Hamilton and the Montgomery-Asberg")]
    [InlineData("I like Aaron Beck, Carl Rogers, Melanie Klein, Marsha Linehan, Irvin Yalom and Jung")]
    [InlineData("Young schema work, Gottman, Bowen, IFS, Socratic questions, Freud and Winnicott")]
    [InlineData("Asperger, Tourette's, Parkinson's, Alzheimer's, Hashimoto's, Crohn's, Stevens-Johnson syndrome, St. John's wort")]
    [InlineData("A Catholic from San Francisco, Spanish and English, works for the State of New York, on Monday and at Christmas, thank God")]
    [InlineData("A Baker Act hold, Laura's Law, the Tarasoff duty, Stanley-Brown")]
    [InlineData("Crisis Text Line, Poison Control, Child Protective Services, Motivational Interviewing, Bay Area, Medi-Cal")]
    [InlineData("His wife Catholic, her mother Spanish-speaking, my client Black, my patient on Medicaid")]
    public void What_the_field_writes_with_a_capital_is_no_name(string text) => AssertNothing(text);

    [Theory]
    [InlineData("born 3/14/1987 here", "3/14/1987")]
    [InlineData("seen 03-14-87, again", "03-14-87")]
    [InlineData("seen 31.12.2024.", "31.12.2024")]
    [InlineData("on 1987-03-14", "1987-03-14")]
    [InlineData("on March 14, 1987 he", "March 14, 1987")]
    [InlineData("on Sept. 3rd he", "Sept. 3rd")]
    [InlineData("the 3rd of April was", "3rd of April")]
    [InlineData("14 March 1987", "14 March 1987")]
    [InlineData("march 14 1987", "march 14 1987")]
    [InlineData("DOB 3/14, male", "3/14")]
    [InlineData("DOB: 3/14", "3/14")]
    [InlineData("her birthday is 8/22", "8/22")]
    [InlineData("born on June 2 in Ohio", "June 2")]
    [InlineData("born in March 1987", "March 1987")]
    [InlineData("admitted on 3/14 for", "3/14")]
    public void A_date_is_found(string text, string date) => AssertFinds(text, Identifier.Date, date);

    [Theory]
    [InlineData("since 2019, in March 2020, last Tuesday, in June, two summers ago")]
    [InlineData("3/10 pain, 24/7, 50/50, BP 120/80, 1/2 tab, he is on 1/2 tablet, 12-step, PHQ-9 of 21, ages 4-5-6")]
    [InlineData("she may 2 or 3 times, may cut, they march 3 miles, May 2020")]
    [InlineData("born in 1987")]
    public void A_time_without_a_day_is_no_date(string text) => AssertNothing(text);

    [Theory]
    [InlineData("call 415-555-0199.", "415-555-0199")]
    [InlineData("at (415) 555-0199", "(415) 555-0199")]
    [InlineData("at 415.555.0199", "415.555.0199")]
    [InlineData("at 415 555 0199", "415 555 0199")]
    [InlineData("at 1-415-555-0199", "1-415-555-0199")]
    [InlineData("at +1 (415) 555-0199", "+1 (415) 555-0199")]
    [InlineData("at +14155550199", "+14155550199")]
    [InlineData("at 4155550199", "4155550199")]
    [InlineData("at +44 20 7946 0958 he", "+44 20 7946 0958")]
    [InlineData("text her at 555-0199", "555-0199")]
    public void A_phone_number_is_found(string text, string phone) => AssertFinds(text, Identifier.Phone, phone);

    [Theory]
    [InlineData("Call 988 or 911, text 741741, Poison Help 1-800-222-1222, the line 800.273.8255 or 8002738255")]
    [InlineData("600-1200 mg, 200-1500 calories, 10 sessions, 90847 twice, 5150, $1,200")]
    public void Hotlines_and_amounts_are_no_phone_number(string text) => AssertNothing(text);

    [Theory]
    [InlineData("SSN 512-44-9032", "512-44-9032")]
    [InlineData("it is 512 44 9032", "512 44 9032")]
    [InlineData("ssn: 512449032", "512449032")]
    [InlineData("her social ends in 9032", "9032")]
    [InlineData("last four of her social are 9032", "9032")]
    public void A_social_security_number_is_found(string text, string number) => AssertFinds(text, Identifier.SocialSecurity, number);

    [Theory]
    [InlineData("MRN 00482913", "00482913")]
    [InlineData("chart #4821", "#4821")]
    [InlineData("case no. 24-JV-01187", "24-JV-01187")]
    [InlineData("Member ID: XEH882104417", "XEH882104417")]
    [InlineData("Medicaid number is AB12345C", "AB12345C")]
    [InlineData("her license plate 7ABC12345", "7ABC12345")]
    [InlineData("Patient ID 88213-04", "88213-04")]
    [InlineData("look up 004829131", "004829131")]
    public void A_record_number_is_found(string text, string number) => AssertFinds(text, Identifier.RecordNumber, number);

    [Theory]
    [InlineData("case 2 of 3, chart note from 2019, group of 8, policy since 2020, F33.1, Z63.0, CPT 90837, Title IX, A1c 6.4, more social in 2021")]
    public void A_count_or_a_code_is_no_record_number(string text) => AssertNothing(text);

    [Theory]
    [InlineData("lives at 1420 Maple Ave Apt 3, Oakland, CA 94607 now", "1420 Maple Ave Apt 3, Oakland, CA 94607")]
    [InlineData("lives at 77 birch lane now", "77 birch lane")]
    [InlineData("at 19 N 4th Street, #12", "19 N 4th Street, #12")]
    [InlineData("at 123 Martin Luther King Jr Way", "123 Martin Luther King Jr Way")]
    [InlineData("to PO Box 1187", "PO Box 1187")]
    [InlineData("on Sycamore Street now", "Sycamore Street")]
    [InlineData("zip code 94607", "zip code 94607")]
    [InlineData("in TX 78701", "TX 78701")]
    public void An_address_is_found(string text, string address) => AssertFinds(text, Identifier.Address, address);

    [Theory]
    [InlineData("2 sessions down the road, 4 years street homeless, 12 weeks in Superior Court, 20 mg per Dr. orders, 3 blocks away")]
    [InlineData("Client lives in California, in the Bay Area, far from any street")]
    public void A_place_without_a_street_is_no_address(string text) => AssertNothing(text);

    [Theory]
    [InlineData("write jane.doe+x@mail.example.org.", "jane.doe+x@mail.example.org")]
    [InlineData("write j_d99@k12.ca.us", "j_d99@k12.ca.us")]
    public void An_email_address_is_found(string text, string email) => AssertFinds(text, Identifier.Email, email);

    [Theory]
    [InlineData("see https://www.example.com/jane.doe, please", "https://www.example.com/jane.doe")]
    [InlineData("see facebook.com/jane.doe.", "facebook.com/jane.doe")]
    [InlineData("she is @jade_04 there", "@jade_04")]
    [InlineData("he is u/quiet_77", "u/quiet_77")]
    [InlineData("her insta is jade_04", "jade_04")]
    [InlineData("her TikTok is tiktok.com/@jade.m", "tiktok.com/@jade.m")]
    public void A_page_or_handle_is_found(string text, string web) => AssertFinds(text, Identifier.Web, web);

    [Theory]
    [InlineData("She is @home, we meet @ 3pm, he found me on psychologytoday.com, and and/or either/or")]
    public void A_whole_site_or_a_hasty_at_is_no_page(string text) => AssertNothing(text);

    [Theory]
    [InlineData("a 93yo widow", "93yo")]
    [InlineData("a 91-year-old", "91-year-old")]
    [InlineData("is 94 years old", "94 years old")]
    [InlineData("98 y/o man", "98 y/o")]
    [InlineData("he turned 97", "97")]
    [InlineData("Her grandmother is ill. Grandmother, 92, has custody", "92")]
    public void An_age_over_89_is_found(string text, string age) => AssertFinds(text, Identifier.Age, age);

    [Theory]
    [InlineData("34yo, age 16, 89 years old, 90 days sober, 95% sure, 90-minute session, BP 120/95, 100 years ago")]
    public void Other_ages_and_counts_are_left_alone(string text) => AssertNothing(text);

    [Fact]
    public void Findings_come_in_order_and_apart()
    {
        var findings = Screening.Look("SSN 512-44-9032, born 3/14/1987: Jane Doe, 123 Jane Street, jane.doe@example.org, 415-555-0199");

        Assert.Equal(
            [Identifier.SocialSecurity, Identifier.Date, Identifier.Name, Identifier.Address, Identifier.Email, Identifier.Phone],
            findings.Select(finding => finding.What));
        AssertWellFormed(findings, int.MaxValue);
    }

    [Fact]
    public void Every_identifier_comes_with_advice_in_one_sentence() =>
        Assert.All(Enum.GetValues<Identifier>(), what => Assert.Matches("^(Looks like|Ages) .{10,80}\\.$", Screening.Advice(what)));

    [Fact]
    public void Any_text_is_accepted()
    {
        string[] pieces =
        [
            "\ud83d", "\udc00", "\0", "\u0301", "é", "İ", "ß", "'", "\u2019", "-", ".", "@", "/", "#", "(", ")", "+", "1", "800", "12",
            "2024", "St", "O'", "Mc", "client", "Jane", "DOB", "www", "http", ":", " ", "\n", "March", "case", "PO", "Box", "zip", "name",
            "'s", "A", "of", "９", "é-",
        ];
        var random = new Random(20260105);
        for (var round = 0; round < 3000; round++)
        {
            var text = string.Concat(Enumerable.Range(0, random.Next(60)).Select(_ => pieces[random.Next(pieces.Length)]));
            AssertWellFormed(Screening.Look(text), text.Length);
        }

        Assert.All(pieces, piece =>
        {
            var text = string.Concat(Enumerable.Repeat(piece, 10_000 / piece.Length));
            AssertWellFormed(Screening.Look(text), text.Length);
        });
    }

    /// <summary>What decides about a place stands near it, whatever else the text holds: this keeps the time in proportion to the length.</summary>
    [Theory]
    [InlineData("tune")]
    [InlineData("held-out")]
    public void What_stands_far_away_changes_nothing(string section)
    {
        var filler = string.Concat(Enumerable.Repeat("and so it goes on and on. ", 20)) + "\n";
        foreach (var line in ScreeningCorpus.Section(section))
        {
            var alone = Screening.Look(line.Text);
            var within = Screening.Look(filler + line.Text + "\n" + filler);

            Assert.Equal(alone.Select(finding => finding with { Start = finding.Start + filler.Length }), within);
        }
    }

    private static void AssertFinds(string text, Identifier what, string expected) =>
        Assert.Equal([(what, expected)], Screening.Look(text).Select(finding => (finding.What, text.Substring(finding.Start, finding.Length))));

    private static void AssertNothing(string text) =>
        Assert.Equal([], Screening.Look(text).Select(finding => (finding.What, text.Substring(finding.Start, finding.Length))));

    private static void AssertWellFormed(IReadOnlyList<Finding> findings, int length)
    {
        var end = 0;
        foreach (var finding in findings)
        {
            Assert.True(finding.Start >= end && finding.Length > 0, $"{finding} begins before {end}");
            end = finding.Start + finding.Length;
        }

        Assert.True(end <= length, $"a finding ends at {end} of {length}");
    }
}
