using System.Runtime.CompilerServices;

namespace Curbside.Browser;

/// <summary>What the tests take from npm, where <c>npm ci</c> has put it: beside <c>package.json</c>.</summary>
internal static class Tools
{
    public static string Path(string file)
    {
        var path = System.IO.Path.Combine(Folder(), file);
        return File.Exists(path) ? path : throw new InvalidOperationException($"{path} is missing: run npm ci in tests/Browser.Tests.");
    }

    /// <summary>The folder of this project.</summary>
    public static string Folder([CallerFilePath] string here = "") => System.IO.Path.GetDirectoryName(System.IO.Path.GetDirectoryName(here))!;
}
