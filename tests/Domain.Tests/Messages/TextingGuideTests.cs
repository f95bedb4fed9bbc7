namespace Curbside.Tests.Messages;

public class TextingGuideTests
{
    /// <summary>Where the two differ on purpose, <c>texting.md.actual</c> beside the test is to be read and put in the place of docs/texting.md.</summary>
    [Fact]
    public void The_guide_for_users_says_what_the_code_does()
    {
        var made = TextingGuide.Write();
        File.WriteAllText(Path.Combine(AppContext.BaseDirectory, "texting.md.actual"), made);
        Assert.Equal(File.ReadAllText(Path.Combine(Root(), "docs", "texting.md")), made);
    }

    [Fact]
    public void Every_command_in_it_is_one() => Assert.All(TextingGuide.CommandsAsRead(), command => Assert.Equal(command.Expected, command.Read));

    [Fact]
    public void Every_question_is_in_it() => Assert.Equal(
        Sample.All(Cast.Ordinary).Where(sample => sample.Numbered > 0).Select(sample => sample.Message.GetType().Name).Distinct().Order(StringComparer.Ordinal),
        TextingGuide.Explained().Select(type => type.Name).Order(StringComparer.Ordinal));

    private static string Root()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder.FullName, "Serverless.sln")))
        {
            folder = folder.Parent!;
        }

        return folder.FullName;
    }
}
