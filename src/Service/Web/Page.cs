namespace Curbside.Web;

/// <summary>A whole page, and the one style that it may have.</summary>
public readonly record struct Page(Html Html, Stylesheet Style);
