using Curbside.Consults;

namespace Curbside.Tests.Consults;

public class ColourTests
{
    /// <summary>The contrasts that WCAG's own examples give: 4.54 for #767676, 4.48 for #777777.</summary>
    [Theory]
    [InlineData("#000000", 21)]
    [InlineData("#ffffff", 1)]
    [InlineData("#767676", 4.54)]
    [InlineData("#777777", 4.48)]
    [InlineData("#FF0000", 4.0)]
    public void Contrast_with_white_is_as_WCAG_counts_it(string text, double contrast)
    {
        Assert.True(Colour.TryParse(text, out var colour));
        Assert.Equal(contrast, colour.ContrastWithWhite, tolerance: 0.01);
    }

    [Theory]
    [InlineData("")]
    [InlineData("#")]
    [InlineData("1b5e57")]
    [InlineData("#1b5e5g")]
    [InlineData("#1b5e577")]
    [InlineData("# 1b5e5")]
    [InlineData("#1b5e57; }")]
    public void Anything_else_is_no_colour(string text) => Assert.False(Colour.TryParse(text, out _));

    [Fact]
    public void Colours_mix()
    {
        Assert.Equal("#800000", new Colour(255, 0, 0).Mixed(Colour.Black, 0.5).ToString());
        Assert.Equal(Colour.White, new Colour(1, 2, 3).Mixed(Colour.White, 1));
        Assert.Equal(new Colour(1, 2, 3), new Colour(1, 2, 3).Mixed(Colour.White, 0));
    }
}
