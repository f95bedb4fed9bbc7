using System.Collections.Immutable;
using System.Reflection;
using System.Text.RegularExpressions;
using Curbside.Consults;
using Curbside.Messages;
using Curbside.People;

namespace Curbside.Tests.Messages;

public partial class WordingTests
{
    private const string LongestLink = "https://curbside.bay-counseling.org/c/0123456789abc";

    private static readonly ImmutableArray<Sample> Ordinary = Sample.All(Cast.Ordinary);
    private static readonly ImmutableArray<Sample> Longest = Sample.All(Cast.Longest);

    public static TheoryData<string> Names => [.. Ordinary.Select(sample => sample.Name)];

    public static TheoryData<string> InDrills => [.. Ordinary.Where(sample => Sample.MayBeInDrill(sample.Message)).Select(sample => sample.Name)];

    [Fact]
    public void Every_message_has_words()
    {
        var cases = typeof(Message).GetNestedTypes(BindingFlags.Public).Where(type => type.IsSubclassOf(typeof(Message))).Select(type => type.Name);
        var worded = Ordinary.Select(sample => sample.Message.GetType().Name).Distinct();
        Assert.Equal(cases.Order(StringComparer.Ordinal), worded.Order(StringComparer.Ordinal));
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void A_message_reads_exactly_as_in_the_wordbook(string name) => Assert.Equal(Wordbook.Texts[name], Text(Ordinary, name, Cast.Ordinary));

    [Fact]
    public void The_wordbook_has_an_entry_for_every_sample_in_order_and_no_other()
    {
        // Where the two differ on purpose, this is the wordbook to be read and put in the place of the other.
        Wordbook.Write("wording.actual", Ordinary.Select(sample => (sample.Name, Text(Ordinary, sample.Name, Cast.Ordinary))));
        Assert.Equal(Ordinary.Select(sample => sample.Name), Wordbook.Texts.Select(entry => entry.Key));
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void An_ordinary_message_is_one_segment(string name) => AssertOneSegment(Text(Ordinary, name, Cast.Ordinary));

    [Theory]
    [MemberData(nameof(Names))]
    public void A_message_with_the_longest_of_everything_is_one_segment(string name) => AssertOneSegment(Text(Longest, name, Cast.Longest));

    [Theory]
    [MemberData(nameof(InDrills))]
    public void In_a_drill_it_says_so_first_and_is_one_segment_still(string name)
    {
        var sample = Longest.Single(sample => sample.Name == name) with { IsDrill = true };
        var text = Wording.Text(sample.Message, sample.Context(Cast.Longest));
        Assert.StartsWith(sample.HasLetter ? "Bay Area Curbside 24 DRILL A: " : "Bay Area Curbside 24 DRILL: ", text, StringComparison.Ordinal);
        AssertOneSegment(text);
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void The_longest_names_keep_enough_to_be_known_by(string name)
    {
        var message = Longest.Single(sample => sample.Name == name).Message;
        if (message is Message.WhichOne or Message.OpenList)
        {
            // Names in a list are cut to one length.
            return;
        }

        var names = message.GetType().GetProperties().Count(property => property.GetValue(message) is PersonName);
        var text = Text(Longest, name, Cast.Longest);
        var cut = LongName().Matches(text);
        Assert.Equal(message is Message.NoOneWasFree { Kind: Kind.Support } ? 0 : names, cut.Count);
        Assert.All(cut, match => Assert.True(match.Length >= 7, text));
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Words_are_plain_and_calm_and_fit_anyone(string name)
    {
        var text = Text(Ordinary, name, Cast.Ordinary);
        Assert.DoesNotMatch(Gendered(), text);
        Assert.DoesNotContain('!', text);
        Assert.DoesNotContain("  ", text, StringComparison.Ordinal);
        Assert.DoesNotContain("{who}", text, StringComparison.Ordinal);
        Assert.DoesNotMatch(SeasonalZone(), text);
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Only_the_welcome_names_a_word_that_carriers_act_on(string name)
    {
        var text = Text(Ordinary, name, Cast.Ordinary);
        if (name == "Welcome")
        {
            Assert.Equal(["HELP", "STOP"], CarrierWord().Matches(text).Select(match => match.Value));
        }
        else if (name == "OptedOutAck, on a toll-free number")
        {
            // After a STOP there, no other word brings texts back.
            Assert.Equal(["START"], CarrierWord().Matches(text).Select(match => match.Value));
        }
        else
        {
            Assert.DoesNotMatch(CarrierWord(), text);
        }

        Assert.DoesNotMatch(CarrierWordAsAnswer(), text);
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Every_message_opens_with_the_sender_name_and_the_letter_if_it_has_one(string name)
    {
        var sample = Ordinary.Single(sample => sample.Name == name);
        var opening = $"Bay Curbside{(sample.IsDrill ? " DRILL" : "")}{(sample.HasLetter ? " A" : "")}: ";
        Assert.StartsWith(opening, Text(Ordinary, name, Cast.Ordinary), StringComparison.Ordinal);
    }

    private static string Text(ImmutableArray<Sample> samples, string name, Cast cast)
    {
        var sample = samples.Single(sample => sample.Name == name);
        return Wording.Text(sample.Message, sample.Context(cast));
    }

    private static void AssertOneSegment(string text)
    {
        var sent = text.Replace(Wording.LinkMark, LongestLink, StringComparison.Ordinal);
        Assert.True(Gsm7.Holds(sent), sent);
        Assert.True(Gsm7.Segments(sent) == 1, $"{Gsm7.Septets(sent)}: {sent}");
    }

    [GeneratedRegex("q{2,}|x{2,}|z{2,}")]
    private static partial Regex LongName();

    [GeneratedRegex(@"\b(he|she|him|her|his|hers|himself|herself|man|woman|men|women|guys|sir|madam|ladies|gentlemen)\b", RegexOptions.IgnoreCase)]
    private static partial Regex Gendered();

    [GeneratedRegex(@"\b(P|M|C|E|AK|H)[SD]T\b")]
    private static partial Regex SeasonalZone();

    [GeneratedRegex(@"\b(STOP|UNSUBSCRIBE|END|QUIT|STOPALL|REVOKE|OPTOUT|CANCEL|START|YES|UNSTOP|HELP|INFO)\b")]
    private static partial Regex CarrierWord();

    [GeneratedRegex(@"\b[A-H]?\d+ (stop|unsubscribe|end|quit|stopall|revoke|optout|cancel|start|yes|unstop|help|info)\b", RegexOptions.IgnoreCase)]
    private static partial Regex CarrierWordAsAnswer();
}
