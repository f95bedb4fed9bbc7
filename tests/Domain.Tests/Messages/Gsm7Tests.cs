using Curbside.Messages;

namespace Curbside.Tests.Messages;

public class Gsm7Tests
{
    [Fact]
    public void The_default_alphabet_has_127_letters_and_the_extension_table_10()
    {
        var held = Enumerable.Range(0, 0x10000).Select(code => ((char)code).ToString()).Where(Gsm7.Holds).ToList();
        Assert.Equal(127, held.Count(sign => Gsm7.Septets(sign) == 1));
        Assert.Equal("\f[\\]^{|}~€", string.Concat(held.Where(sign => Gsm7.Septets(sign) == 2)));
    }

    [Theory]
    [InlineData(0, 1)]
    [InlineData(160, 1)]
    [InlineData(161, 2)]
    [InlineData(306, 2)]
    [InlineData(307, 3)]
    public void Plain_signs_are_counted_by_160_alone_and_153_in_parts(int signs, int segments) =>
        Assert.Equal(segments, Gsm7.Segments(new string('a', signs)));

    [Theory]
    [InlineData(80, 1)]
    [InlineData(81, 2)]
    [InlineData(152, 2)]
    [InlineData(153, 3)]
    public void An_escaped_sign_counts_two_and_is_never_split_over_parts(int signs, int segments) =>
        Assert.Equal(segments, Gsm7.Segments(new string('{', signs)));

    [Theory]
    [InlineData(70, 1)]
    [InlineData(71, 2)]
    [InlineData(134, 2)]
    [InlineData(135, 3)]
    public void One_sign_outside_the_alphabet_makes_it_70_and_67(int signs, int segments) =>
        Assert.Equal(segments, Gsm7.Segments(new string('a', signs - 1) + "ł"));

    [Fact]
    public void A_surrogate_pair_is_never_split_over_parts() => Assert.Equal(3, Gsm7.Segments(string.Concat(Enumerable.Repeat("😀", 67))));

    [Theory]
    [InlineData("Zoë Peña", "Zoe Peña")]
    [InlineData("André Sørensen-Müller", "André Sørensen-Müller")]
    [InlineData("María Łukasiewicz", "Maria Lukasiewicz")]
    [InlineData("Nguyễn Thị Hường", "Nguyen Thi Huong")]
    [InlineData("Françoise Œuvrard", "Francoise OEuvrard")]
    [InlineData("Şükrü Öğüt", "Sükrü Ögüt")]
    [InlineData("Þóra Ðorðe", "Thora Dorde")]
    [InlineData("Kaʻiulani", "Ka'iulani")]
    [InlineData("“can’t” – soon…", "\"can't\" - soon...")]
    [InlineData("a\u00a0b\tc", "a b c")]
    [InlineData("Jose\u0301 Nun\u0303ez A\u0301vila", "José Nuñez Avila")]
    [InlineData("Иван Smith", " Smith")]
    [InlineData("ok 👍🏽", "ok ")]
    [InlineData("{5 €}", "{5 €}")]
    public void Text_is_folded_into_the_alphabet(string text, string folded)
    {
        Assert.Equal(folded, Gsm7.Fold(text));
        Assert.True(Gsm7.Holds(Gsm7.Fold(text)));
    }

    [Fact]
    public void No_sign_whatever_is_left_outside_the_alphabet()
    {
        var everything = string.Concat(Enumerable.Range(0, 0x10000).Select(code => (char)code));
        Assert.True(Gsm7.Holds(Gsm7.Fold(everything)));
    }

    [Fact]
    public void Every_letter_of_the_Latin_alphabets_of_Europe_and_Vietnam_is_kept_in_some_form()
    {
        var codes = Enumerable.Range(0xc0, 0x180 - 0xc0).Concat(Enumerable.Range(0x1ea0, 0x1efa - 0x1ea0));
        var latin = codes.Select(code => (char)code).Where(char.IsLetter);
        Assert.All(latin, letter => Assert.NotEqual("", Gsm7.Fold(letter.ToString())));
    }
}
