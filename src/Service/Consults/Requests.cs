using Curbside.People;
using Curbside.Phones;
using Curbside.Storage;
using NodaTime;

namespace Curbside.Consults;

/// <summary>Requests that arrive by form.</summary>
public sealed class Requests
{
    private readonly IStore _store;
    private readonly IClock _clock;
    private readonly ConsultDesk _consults;

    internal Requests(IStore store, IClock clock, ConsultDesk consults)
    {
        _store = store;
        _clock = clock;
        _consults = consults;
    }

    /// <summary>From a browser that is known as the clinician's: asking begins at once.</summary>
    public Task AskAsync(ConsultId id, Request request, string? question, CancellationToken stop = default) =>
        _consults.HandleAsync(id, "requested", new ConsultEvent.Requested(request, question, Held: false), null, stop);

    /// <summary>From any other browser: the phone is asked first. One request a phone is held at a time; another is not taken while it is.</summary>
    public async Task HoldAsync(ConsultId id, Request request, string? question, PhoneNumber phone, CancellationToken stop = default)
    {
        if (await TakeHeldPlaceAsync(id, phone, stop))
        {
            await _consults.HandleAsync(id, "requested", new ConsultEvent.Requested(request, question, Held: true), null, stop);
        }
    }

    private async Task<bool> TakeHeldPlaceAsync(ConsultId id, PhoneNumber phone, CancellationToken stop)
    {
        var row = await _store.GetAsync(Table.Phones, phone.Value, HeldPlace.Key, stop);
        if (row is not null)
        {
            var held = StoredForm.Read<HeldPlace>(row.Body);
            if (held.Consult == id)
            {
                return true;
            }

            var policy = await _consults.PolicyAsync(stop);
            var unsaved = _clock.GetCurrentInstant() < held.At + Outstanding.Claim;
            var stage = (await _consults.FindAsync(held.Consult, stop))?.Stage;
            if (stage is Stage.Held && _clock.GetCurrentInstant() < held.At + policy.HeldFor || stage is null && unsaved)
            {
                return false;
            }
        }

        var body = StoredForm.Write(new HeldPlace(id, _clock.GetCurrentInstant()));
        Write write = row is null ? new Write.Insert(HeldPlace.Key, body) : new Write.Replace(HeldPlace.Key, body, row.Version);
        return await _store.CommitAsync(Table.Phones, phone.Value, [write], stop) is Commit.Done;
    }
}
