using System.Buffers.Text;
using System.Security.Cryptography;

namespace Curbside.Web;

/// <summary>Hidden ids of forms: a form that is sent twice carries the same one, and is one event.</summary>
internal static class FormIds
{
    public const string Field = "form";

    /// <returns>128 random bits.</returns>
    public static string New() => Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(16));

    /// <summary>The id that a form came with; a new one for a form without.</summary>
    public static string Of(ILookup<string, string> fields) => fields[Field].FirstOrDefault(id => id.Length > 0) ?? New();

    public static Html Hidden(string id) => Html.Of($"""<input type="hidden" name="{Field}" value="{id}">""");
}
