using System.Security.Cryptography;
using System.Text;
using Curbside.Consults;
using Microsoft.AspNetCore.Http;

namespace Curbside.Web;

/// <summary>The script and the icon. What is in one is part of its address, so browsers may keep it for as long as they like.</summary>
public static class Assets
{
    public const string ScriptPath = "/curbside.js";
    public const string IconPath = "/icon.svg";

    private static readonly string Script = Read("curbside.js");
    private static readonly string ScriptVersion = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(Script)).AsSpan(0, 8));

    public static string ScriptAddress => $"{ScriptPath}?v={ScriptVersion}";

    public static string IconAddress(Practice practice) => $"{IconPath}?v={practice.Colour.ToString()[1..]}";

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

    private static string Read(string name)
    {
        using var text = new StreamReader(typeof(Assets).Assembly.GetManifestResourceStream(name)!);
        return text.ReadToEnd();
    }
}
