namespace Curbside.Web;

/// <summary>What a page may load and do.</summary>
public static class ContentSecurity
{
    /// <summary>Nothing from elsewhere, no script within a page, no style but its own, in no frame.</summary>
    public static string Policy(Stylesheet? style = null) =>
        $"default-src 'none'; script-src 'self'; style-src {style?.Source ?? "'none'"}; img-src 'self'; connect-src 'self'; "
        + "form-action 'self'; base-uri 'none'; frame-ancestors 'none'";
}
