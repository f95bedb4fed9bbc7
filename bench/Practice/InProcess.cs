using System.Collections.Concurrent;
using Curbside.Consults;
using Curbside.Links;
using Curbside.LocalHost.Storage;
using Curbside.People;
using Curbside.Phones;
using Curbside.Sending;
using Curbside.Storage;
using Curbside.Timekeeping;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;

namespace Curbside.Bench.Practice;

/// <summary>The use cases in this process, with a clock that is set by hand and senders that only keep what they are given.</summary>
internal sealed class InProcess : IDisposable
{
    private readonly List<IDisposable> _opened = [];
    private readonly ServiceProvider _services;
    private readonly HandClock _clock;

    /// <summary>Over a store of any kind.</summary>
    /// <param name="timekeeper">Told of deadlines; null where they are looked for.</param>
    public InProcess(IStore store, Policy policy, Instant now, LinkKey linkKey, ITimekeeper? timekeeper = null)
    {
        _clock = new HandClock { Now = now };
        Store = store;
        _services = new ServiceCollection()
            .AddLogging()
            .AddSingleton(Store)
            .AddSingleton<IClock>(_clock)
            .AddSingleton<ITextSender>(Sent)
            .AddSingleton<IMailSender>(Sent)
            .AddSingleton(timekeeper ?? new NoTimekeeper())
            .AddSingleton(linkKey)
            .AddSingleton(new CurbsideOptions(Duration.FromDays(365), policy))
            .AddCurbside()
            .BuildServiceProvider();
    }

    /// <summary>Over SQLite.</summary>
    /// <param name="around">What to put between the use cases and the store.</param>
    public static InProcess Open(string folder, Policy policy, Instant now, Func<IStore, IStore>? around = null)
    {
        var data = DataFolder.Open(folder);
        var sqlite = SqliteStore.Open(data);
        var practice = new InProcess(around?.Invoke(sqlite) ?? sqlite, policy, now, new LinkKey(data.LinkKey.ToArray()));
        practice._opened.AddRange([sqlite, data]);
        return practice;
    }

    public IServiceProvider Services => _services;

    public IClock Clock => _clock;

    public IStore Store { get; }

    public Keeper Sent { get; } = new();

    public Inbox Inbox => _services.GetRequiredService<Inbox>();

    public PhoneLine Phones => _services.GetRequiredService<PhoneLine>();

    public PeopleBook People => _services.GetRequiredService<PeopleBook>();

    public Sweep Sweep => _services.GetRequiredService<Sweep>();

    public Instant Now
    {
        get => _clock.Now;
        set => _clock.Now = value;
    }

    public void Dispose()
    {
        _services.Dispose();
        _opened.ForEach(opened => opened.Dispose());
    }

    /// <summary>Takes everything at once, and keeps it.</summary>
    internal sealed class Keeper : ITextSender, IMailSender
    {
        public ConcurrentQueue<TextToSend> Texts { get; } = new();

        public Task<SendOutcome> SendAsync(TextToSend text, CancellationToken stop)
        {
            Texts.Enqueue(text);
            return Task.FromResult<SendOutcome>(new SendOutcome.Sent($"SM{text.Key}"));
        }

        public Task<SendOutcome> SendAsync(MailToSend mail, CancellationToken stop) =>
            Task.FromResult<SendOutcome>(new SendOutcome.Sent($"EM{mail.Key}"));

        public Task<string?> FindAsync(TextToSend text, CancellationToken stop) => Task.FromResult<string?>(null);

        public Task<string?> FindAsync(MailToSend mail, CancellationToken stop) => Task.FromResult<string?>(null);
    }

    private sealed class HandClock : IClock
    {
        public Instant Now { get; set; }

        public Instant GetCurrentInstant() => Now;
    }

    private sealed class NoTimekeeper : ITimekeeper
    {
        public Task WakeAtAsync(ConsultId consult, Instant? at) => Task.CompletedTask;
    }
}
