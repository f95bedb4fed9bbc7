using System.Text.RegularExpressions;
using Curbside.Messages;
using Curbside.Sending;

namespace Curbside.Functions.Sms;

public sealed partial class TwilioCodesTests
{
    [Fact]
    public void Every_code_that_managers_are_to_look_for_has_a_meaning_here()
    {
        var named = Directory.EnumerateFiles(Path.Combine(AppContext.BaseDirectory, "docs"), "*.md")
            .SelectMany(file => Code().Matches(File.ReadAllText(file))).Select(match => int.Parse(match.Groups[1].Value, null)).Distinct().ToList();

        Assert.NotEmpty(named);
        Assert.All(named, code => Assert.NotNull(TwilioCodes.Find(code)));
    }

    [Fact]
    public void Every_kind_of_trouble_with_texts_has_a_code_that_tells_it() => Assert.Equal(
        Enum.GetValues<LineTrouble>().Where(trouble => !trouble.IsOfMail()),
        TwilioCodes.All.Select(code => TwilioCodes.Find(code)!.Trouble).OfType<LineTrouble>().Distinct().Order());

    [Fact]
    public void What_a_person_has_to_mend_is_tried_again_meanwhile() => Assert.All(
        TwilioCodes.All.Select(code => TwilioCodes.Find(code)!).Where(meaning => meaning.Trouble is not null),
        meaning => Assert.Equal(Refusal.TryLater, meaning.Refusal));

    [GeneratedRegex(@"docs/api/errors/(\d+)")]
    private static partial Regex Code();
}
