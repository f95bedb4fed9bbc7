using Curbside.Messages;
using Curbside.People;

namespace Curbside.Tests.Messages;

public class NamesTests
{
    [Theory]
    [InlineData("Noor Ng", "MD", "Noor Ng MD", "Dr Ng", "Dr Ng")]
    [InlineData("Noor Ng", "D.O.", "Noor Ng D.O.", "Dr Ng", "Dr Ng")]
    [InlineData("Sam Roe", "LPC, Ph.D.", "Sam Roe LPC", "Dr Roe", "Dr Roe")]
    [InlineData("Sam Roe", "PsyD", "Sam Roe PsyD", "Dr Roe", "Dr Roe")]
    [InlineData("Sam Roe", "EdD", "Sam Roe EdD", "Dr Roe", "Dr Roe")]
    [InlineData("Dr. Sam Roe", "", "Sam Roe", "Dr Roe", "Dr Roe")]
    [InlineData("Maya Lee", "LPC", "Maya Lee LPC", "M Lee LPC", "M Lee")]
    [InlineData("Maya Lee", "LPC, NCC", "Maya Lee LPC", "M Lee LPC", "M Lee")]
    [InlineData("Maya Lee", "", "Maya Lee", "M Lee", "M Lee")]
    [InlineData("Maya Lee, LPC", "LPC", "Maya Lee LPC", "M Lee LPC", "M Lee")]
    [InlineData("Cher", "LCSW", "Cher LCSW", "Cher LCSW", "Cher")]
    [InlineData("Cher", "MD", "Cher MD", "Dr Cher", "Dr Cher")]
    [InlineData("Ana Lopez-Garcia", "LMFT", "Ana Lopez-Garcia LMFT", "A Lopez-Garcia LMFT", "A Lopez-Garcia")]
    [InlineData("Maria de la Cruz", "LCSW", "Maria de la Cruz LCSW", "M de la Cruz LCSW", "M de la Cruz")]
    [InlineData("Dick Van Dyke", "", "Dick Van Dyke", "D Van Dyke", "D Van Dyke")]
    [InlineData("Van Morrison", "", "Van Morrison", "V Morrison", "V Morrison")]
    [InlineData("John Q Smith Jr.", "LPC", "John Q Smith Jr. LPC", "J Smith LPC", "J Smith")]
    [InlineData("Zoë O’Brien", "PMHNP-BC", "Zoe O'Brien PMHNP-BC", "Z O'Brien PMHNP-BC", "Z O'Brien")]
    [InlineData("Đặng Thị Hường", "", "Dang Thi Huong", "D Huong", "D Huong")]
    [InlineData("Иван Петров", "LPC", "your colleague", "your colleague", "your colleague")]
    [InlineData("Γιώργος", "", "your colleague", "your colleague", "your colleague")]
    [InlineData("", "", "your colleague", "your colleague", "your colleague")]
    [InlineData("Sam {link} Roe!", "", "Sam link Roe", "S Roe", "S Roe")]
    public void A_person_is_named(string name, string credentials, string full, string titled, string @short)
    {
        var person = new PersonName(name, credentials);
        Assert.Equal(full, Names.Say(person, NameForm.Full));
        Assert.Equal(titled, Names.Say(person, NameForm.Titled));
        Assert.Equal(@short, Names.Say(person, NameForm.Short));
    }

    [Theory]
    [InlineData(40, "Maria Lopez-Hernandez LMFT")]
    [InlineData(26, "Maria Lopez-Hernandez LMFT")]
    [InlineData(25, "Maria Lopez-Hernandez")]
    [InlineData(20, "M Lopez-Hernandez")]
    [InlineData(16, "Lopez-Hernandez")]
    [InlineData(14, "Lopez-Hernand.")]
    [InlineData(7, "Lopez.")]
    [InlineData(6, "Lopez.")]
    public void A_name_loses_credentials_then_first_names_then_the_initial_then_letters(int most, string said) =>
        Assert.Equal(said, Names.Shorten(new PersonName("Maria Lopez-Hernandez", "LMFT"), NameForm.Full, most));

    [Theory]
    [InlineData(9, "M Lee LPC")]
    [InlineData(8, "M Lee")]
    [InlineData(4, "Lee")]
    public void A_titled_name_loses_its_credential_before_its_initial(int most, string said) =>
        Assert.Equal(said, Names.Shorten(new PersonName("Maya Lee", "LPC"), NameForm.Titled, most));

    [Fact]
    public void A_name_of_60_signs_without_a_place_to_cut_is_cut_anywhere() =>
        Assert.Equal("xxxxxxxxxxx.", Names.Shorten(new PersonName(new string('x', 60), "MD"), NameForm.Titled, 12));

    [Fact]
    public void Someone_without_a_name_that_a_text_can_carry_is_a_colleague_where_room_is_scarce() =>
        Assert.Equal("colleague", Names.Shorten(new PersonName("李明", "LPC"), NameForm.Titled, 12));

    [Fact]
    public void A_shortened_name_is_never_longer_than_its_room()
    {
        foreach (var name in new[] { "Maria de la Cruz", "Cher", "李明", "Ana Lopez-Garcia", new string('x', 60) })
        {
            var person = new PersonName(name, "LPC");
            Assert.All(Enumerable.Range(1, 70), most => Assert.InRange(Names.Shorten(person, NameForm.Titled, most).Length, 1, most));
        }
    }
}
