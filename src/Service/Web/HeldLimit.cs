using System.Net;
using System.Net.Sockets;
using NodaTime;

namespace Curbside.Web;

/// <summary>
/// How many requests one sender may have held, so that nobody makes strangers' phones ring all day. Kept in memory: an instance more or a
/// restart only allows a few more.
/// </summary>
internal sealed class HeldLimit(IClock clock)
{
    public const int Most = 20;

    public static readonly Duration Window = Duration.FromMinutes(10);

    private readonly Lock _lock = new();
    private readonly Dictionary<IPAddress, int> _counts = [];
    private long _window;

    /// <param name="sender">Null where it is not known; all of those are one.</param>
    public bool Allows(IPAddress? sender)
    {
        var key = Key(sender);
        var window = clock.GetCurrentInstant().ToUnixTimeTicks() / Window.BclCompatibleTicks;
        lock (_lock)
        {
            if (window != _window)
            {
                _counts.Clear();
                _window = window;
            }

            return (_counts[key] = _counts.GetValueOrDefault(key) + 1) <= Most;
        }
    }

    /// <summary>A household has 2⁶⁴ addresses of IPv6, and one of IPv4.</summary>
    /// <param name="sender">Null where it is not known; all of those are one.</param>
    public static IPAddress Key(IPAddress? sender)
    {
        var address = sender ?? IPAddress.None;
        if (address.IsIPv4MappedToIPv6)
        {
            return address.MapToIPv4();
        }

        return address.AddressFamily == AddressFamily.InterNetworkV6
            ? new IPAddress([.. address.GetAddressBytes().Take(8), .. new byte[8]])
            : address;
    }
}
