using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Text.RegularExpressions;
using Curbside.Files;
using Curbside.People;
using Curbside.Time;
using NodaTime;
using NodaTime.Text;

namespace Curbside.Consults;

/// <summary>How waits, times of day and names are written in a policy. Each <c>…Form</c> ends the sentence "… is not".</summary>
internal static partial class PolicyTexts
{
    public const string WaitForm = "a wait of at least 1 min and at most 14 days; write it like 15 min, 4 h or 1 h 30 min";
    public const string LengthForm = "a length of at least 5 min and at most 4 h; write it like 45 min or 1 h 30 min";
    public const string BufferForm = "a buffer of at most 1 h; write it like 5 min, or 0 min for none";
    public const string TimeForm = "a time of day; write it like 20:30";
    public const string QuietHoursForm = "the hours of a night; write them like 21:00-08:00";
    public const string PhoneForm = "a phone number; write it like +14155550101";
    public const string NumberKindForm = "a kind of number; write local, or toll-free for one that begins with 800, 833, 844, 855, 866, 877 or 888";
    public const string ColourForm = "a colour on which white text can be read; write it like #1b5e57, and darker if it is one";
    public const string ZoneForm = "a time zone; write its IANA name, like America/Los_Angeles";
    public const string StateForm = "a US state; write its two letters, like CA";
    public const string SenderForm = "a sender name; write 1 to 20 letters without accents, digits and spaces";
    public const string NameForm = "a name; write 1 to 60 characters on one line";
    public const string UrlForm = "where links can lead; write https:// and a host of at most 18 characters, without a path, "
        + "like https://bay.example.org, so that a link fits into a text";

    /// <summary>The design's bound on a link in a text, which leaves room for everything else in one segment.</summary>
    private const int LongestLink = 51;

    /// <summary>What a link adds to the address: <c>/c/</c> and 22 characters.</summary>
    private const int LinkPath = 3 + 22;

    private static readonly LocalTimePattern TimePattern = LocalTimePattern.CreateWithInvariantCulture("H:mm");

    public static bool TryWait(string text, out Duration wait) => TryDuration(text, Duration.FromMinutes(1), Duration.FromDays(14), out wait);

    /// <summary>
    /// A booking and its buffers are written as one batch of 5-minute cells, and Azure Table Storage takes at most 100 in a batch: 8 h 20 min.
    /// </summary>
    public static bool TryLength(string text, out Duration length) => TryDuration(text, Duration.FromMinutes(5), Duration.FromHours(4), out length);

    public static bool TryBuffer(string text, out Duration buffer) => TryDuration(text, Duration.Zero, Duration.FromHours(1), out buffer);

    public static bool TryTime(string text, out LocalTime time) => TimePattern.Parse(text).TryGetValue(default, out time);

    public static bool TryQuietHours(string text, out QuietHours hours)
    {
        var ends = text.Split('-');
        var from = TimePattern.Parse(ends[0].Trim()).TryGetValue(default, out var start);
        var to = TimePattern.Parse(ends[^1].Trim()).TryGetValue(default, out var end);
        hours = new QuietHours(start, end);
        return ends.Length == 2 && from && to && start != end;
    }

    public static bool TryPhone(string text, [NotNullWhen(true)] out PhoneNumber? phone)
    {
        phone = PhoneNumber.TryParse(text, out var read) ? read : null;
        return phone is not null;
    }

    public static bool TryNumberKind(string text, out TextingNumberKind? kind)
    {
        kind = text switch
        {
            "local" => TextingNumberKind.Local,
            "toll-free" => TextingNumberKind.TollFree,
            _ => null,
        };
        return kind is not null;
    }

    public static bool TryColour(string text, out Colour colour) => Colour.TryParse(text, out colour) && colour.ContrastWithWhite >= Colour.LeastContrast;

    public static bool TryZone(string text, [MaybeNullWhen(false)] out DateTimeZone zone)
    {
        zone = DateTimeZoneProviders.Tzdb.GetZoneOrNull(text);
        return zone is not null;
    }

    public static bool TrySenderName(string text, out string name)
    {
        name = text;
        return text.Length is > 0 and <= 20 && text.All(sign => char.IsAsciiLetterOrDigit(sign) || sign == ' ');
    }

    public static bool TryName(string text, out string name)
    {
        name = text;
        return text.Length > 0 && PlainText.Trouble(text, 60) is null;
    }

    /// <summary>This machine's own address is for trying things out, where no text leaves the machine and so none can be too long.</summary>
    public static bool TryPublicUrl(string text, out string url)
    {
        url = "";
        if (!Uri.TryCreate(text, UriKind.Absolute, out var uri) || (uri.Scheme != Uri.UriSchemeHttps && uri.Scheme != Uri.UriSchemeHttp))
        {
            return false;
        }

        url = uri.GetLeftPart(UriPartial.Authority);
        var bare = uri.AbsoluteUri == $"{url}/" && uri.UserInfo.Length == 0 && url.All(char.IsAscii);
        return bare && (uri.IsLoopback || FitsIntoText(url));
    }

    /// <summary>A link with this address leaves room for everything else that a text has to say.</summary>
    /// <param name="url">Without a slash at the end.</param>
    public static bool FitsIntoText(string url) => url.Length + LinkPath <= LongestLink;

    /// <summary>A wait as it is written.</summary>
    public static string Written(Duration wait)
    {
        var (hours, minutes) = Math.DivRem((long)wait.TotalMinutes, 60);
        return hours == 0 ? $"{minutes} min" : minutes == 0 ? $"{hours} h" : $"{hours} h {minutes} min";
    }

    private static bool TryDuration(string text, Duration least, Duration most, out Duration duration)
    {
        var match = DurationShape().Match(text);
        duration = Duration.FromHours(Number(match.Groups["h"])) + Duration.FromMinutes(Number(match.Groups["min"]));
        return match.Success && text.Length > 0 && duration >= least && duration <= most;

        static int Number(Group group) => group.Success ? int.Parse(group.ValueSpan, CultureInfo.InvariantCulture) : 0;
    }

    [GeneratedRegex(@"\A((?<h>[0-9]{1,4}) ?h)? ?((?<min>[0-9]{1,5}) ?min)?\z", RegexOptions.CultureInvariant)]
    private static partial Regex DurationShape();
}
