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

/// <summary>The use cases over SQLite in this process, with a clock that is set by hand and senders that only keep what they are given.</summary>
internal sealed class InProcess : IDisposable
{
    private readonly DataFolder _folder;
    private readonly SqliteStore _sqlite;
    private readonly ServiceProvider _services;
    private readonly HandClock _clock;

    /// <param name="around">What to put between the use cases and the store.</param>
    public InProcess(string folder, Policy policy, Instant now, Func<IStore, IStore>? around = null)
    {
        _folder = DataFolder.Open(folder);
        _sqlite = SqliteStore.Open(_folder);
        _clock = new HandClock { Now = now };
        Store = around?.Invoke(_sqlite) ?? _sqlite;
        _services = new ServiceCollection()
            .AddSingleton(Store)
            .AddSingleton<IClock>(_clock)
            .AddSingleton<ITextSender>(Sent)
            .AddSingleton<IMailSender>(Sent)
            .AddSingleton<ITimekeeper>(new NoTimekeeper())
            .AddSingleton(new LinkKey(_folder.LinkKey.ToArray()))
            .AddSingleton(new CurbsideOptions(Duration.FromDays(365), policy))
            .AddCurbside()
            .BuildServiceProvider();
    }

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
        _sqlite.Dispose();
        _folder.Dispose();
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
