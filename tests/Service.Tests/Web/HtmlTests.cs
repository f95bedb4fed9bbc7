namespace Curbside.Web;

public class HtmlTests
{
    [Theory]
    [InlineData("<script>alert(1)</script>", "&lt;script&gt;alert(1)&lt;/script&gt;")]
    [InlineData("\" onmouseover=\"x", "&quot; onmouseover=&quot;x")]
    [InlineData("' x='", "&#x27; x=&#x27;")]
    [InlineData("Fish & chips", "Fish &amp; chips")]
    [InlineData("Luis Fernández 医", "Luis Fernández 医")]
    [InlineData("{0} {{x}} $\"{y}\"", "{0} {{x}} $&quot;{y}&quot;")]
    [InlineData(null, "")]
    public void What_is_put_in_as_text_is_text(string? hole, string shown) =>
        Assert.Equal($"<p title=\"{shown}\">{shown}</p>", Html.Of($"""<p title="{hole}">{hole}</p>""").ToString());

    [Fact]
    public void Markup_within_markup_stays_what_it_is()
    {
        var inner = Html.Of($"<b>{"<"}</b>");
        Assert.Equal("<p><b>&lt;</b></p>", Html.Of($"<p>{inner}</p>").ToString());
    }

    [Fact]
    public void Each_item_is_encoded_for_itself() =>
        Assert.Equal("<li>a&amp;b</li><li>&gt;</li>", Html.Each(["a&b", ">"], item => Html.Of($"<li>{item}</li>")).ToString());

    [Fact]
    public void What_does_not_apply_is_left_out()
    {
        Assert.Equal("", Html.If(false, $"<p>{1}</p>").ToString());
        Assert.Equal("<p>1</p>", Html.If(true, $"<p>{1}</p>").ToString());
        Assert.Equal("", default(Html).ToString());
    }
}
