using System.Collections.Concurrent;
using System.Security.Cryptography;
using System.Text;
using Curbside.Consults;
using Microsoft.AspNetCore.Http;

namespace Curbside.Web;

/// <summary>The stylesheet, the script and the icon. What is in one is part of its address, so browsers may keep it for as long as they like.</summary>
public static class Assets
{
    public const string StylesheetPath = "/curbside.css";
    public const string ScriptPath = "/curbside.js";
    public const string IconPath = "/icon.svg";

    private static readonly string Style = Read("curbside.css");
    private static readonly string Script = Read("curbside.js");
    private static readonly string ScriptVersion = Version(Script);
    private static readonly ConcurrentDictionary<Colour, (string Text, string Version)> Coloured = new();

    public static string ScriptAddress => $"{ScriptPath}?v={ScriptVersion}";

    public static string StylesheetAddress(Practice practice) => $"{StylesheetPath}?v={In(practice.Colour).Version}";

    public static string IconAddress(Practice practice) => $"{IconPath}?v={practice.Colour.ToString()[1..]}";

    public static Task StylesheetAsync(HttpContext context, Practice practice)
    {
        var (text, version) = In(practice.Colour);
        return context.TextAsync(text, "text/css; charset=utf-8", cacheable: IsOf(context, version));
    }

    public static Task ScriptAsync(HttpContext context) =>
        context.TextAsync(Script, "text/javascript; charset=utf-8", cacheable: IsOf(context, ScriptVersion));

    public static Task IconAsync(HttpContext context, Practice practice) => context.TextAsync(
        $"""
        <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 32 32"><rect width="32" height="32" rx="8" fill="{practice.Colour}"/>
        <path d="M7 10h18v10H15l-5 5v-5H7z" fill="#fff"/></svg>
        """,
        "image/svg+xml",
        cacheable: IsOf(context, practice.Colour.ToString()[1..]));

    /// <summary>An address with another version is answered with what there is, and nobody is to keep that.</summary>
    private static bool IsOf(HttpContext context, string version) => context.Request.Query["v"] == version;

    /// <summary>The policy of pages allows no style of their own, so the practice's colour goes into the stylesheet.</summary>
    private static (string Text, string Version) In(Colour colour) => Coloured.GetOrAdd(colour, static colour =>
    {
        // Links on paper that is not quite white need a little more contrast than white text does; in the dark it is the other way round.
        var text = $$"""
            :root { --brand: {{colour}}; --accent: {{colour.Mixed(Colour.Black, 0.12)}}; --accent-dark: {{colour.Mixed(Colour.White, 0.65)}}; }
            {{Style}}
            """;
        return (text, Version(text));
    });

    private static string Version(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)).AsSpan(0, 8));

    private static string Read(string name)
    {
        using var text = new StreamReader(typeof(Assets).Assembly.GetManifestResourceStream(name)!);
        return text.ReadToEnd();
    }
}
