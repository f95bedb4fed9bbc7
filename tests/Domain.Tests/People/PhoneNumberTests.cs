using Curbside.People;

namespace Curbside.Tests.People;

public class PhoneNumberTests
{
    [Theory]
    [InlineData("+14155550123")]
    [InlineData(" (415) 555-0123 ")]
    [InlineData("415.555.0123")]
    [InlineData("415/555 0123")]
    [InlineData("415\u00a0555\u00a00123")]
    [InlineData("4155550123")]
    [InlineData("1-415-555-0123")]
    [InlineData("+1 (415) 555-0123")]
    [InlineData("001 415 555 0123")]
    public void However_a_north_american_number_is_typed_it_is_one_number(string text) => Assert.Equal("+14155550123", PhoneNumber.Parse(text).Value);

    [Theory]
    [InlineData("+44 20 7946 0958", "+442079460958")]
    [InlineData("0044 20 7946 0958", "+442079460958")]
    [InlineData("+44 (0)20 7946 0958", "+442079460958")]
    [InlineData("+823456789012345", "+823456789012345")]
    [InlineData("00823456789012345", "+823456789012345")]
    [InlineData("+82345678", "+82345678")]
    public void Numbers_of_other_countries_have_8_to_15_digits(string text, string number) => Assert.Equal(number, PhoneNumber.Parse(text).Value);

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("+")]
    [InlineData("00")]
    [InlineData("911")]
    [InlineData("555-0123")]
    [InlineData("115-555-0123")]
    [InlineData("415-155-0123")]
    [InlineData("2-415-555-0123")]
    [InlineData("+0415550123")]
    [InlineData("415-555-0123 x5")]
    [InlineData("+8234567")]
    [InlineData("+123456789012345")]
    [InlineData("415+555-0123")]
    [InlineData("++14155550123")]
    [InlineData("٤١٥٥٥٥٠١٢٣")]
    [InlineData("+8234567890123456")]
    [InlineData("008234567890123456")]
    public void What_cannot_be_dialled_is_no_number(string? text)
    {
        Assert.False(PhoneNumber.TryParse(text, out _));
        Assert.Throws<FormatException>(() => PhoneNumber.Parse(text!));
    }

    [Fact]
    public void A_number_that_was_never_parsed_has_no_value() => Assert.Throws<InvalidOperationException>(() => default(PhoneNumber).Value);

    [Theory]
    [InlineData("+14155550123", "415-555-0123")]
    [InlineData("+442079460958", "+442079460958")]
    public void It_is_spoken_as_north_americans_read_it(string number, string spoken) => Assert.Equal(spoken, PhoneNumber.Parse(number).Spoken);
}
