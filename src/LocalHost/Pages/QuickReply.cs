using System.Text.RegularExpressions;
using Curbside.LocalHost.Carrier;

namespace Curbside.LocalHost.Pages;

/// <summary>A numbered answer that a text asks for.</summary>
/// <param name="Code"><c>A1</c></param>
/// <param name="Says"><c>A1 today 3:00p</c></param>
internal sealed partial record QuickReply(string Code, string Says)
{
    private const int RecentTexts = 3;

    /// <summary>The answers to the last question that came since the owner last wrote; none where it is a while ago.</summary>
    public static IReadOnlyList<QuickReply> To(IReadOnlyList<ThreadText> texts) =>
        texts.Reverse().Take(RecentTexts).TakeWhile(text => !text.Incoming).Select(text => Read(text.Body)).FirstOrDefault(replies => replies.Count > 0) ?? [];

    private static List<QuickReply> Read(string body) =>
        [.. Shape().Matches(body).Select(match => new QuickReply(match.Groups["code"].Value, match.Value.Trim())).DistinctBy(reply => reply.Code)];

    [GeneratedRegex(@"\b(?<code>[A-H][0-9])\b(?: [^,.\n]{1,28})", RegexOptions.CultureInvariant)]
    private static partial Regex Shape();
}
