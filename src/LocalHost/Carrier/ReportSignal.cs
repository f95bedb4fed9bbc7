using System.Threading.Channels;

namespace Curbside.LocalHost.Carrier;

/// <summary>Says that there may be reports to deliver. Raised any number of times before it is heard, it is heard once.</summary>
internal sealed class ReportSignal
{
    private readonly Channel<bool> _raised =
        Channel.CreateBounded<bool>(new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropWrite });

    public void Raise() => _raised.Writer.TryWrite(true);

    public async Task WaitAsync(CancellationToken stop) => await _raised.Reader.ReadAsync(stop);
}
