using System.Collections.Immutable;
using Curbside.Consults;
using Curbside.Matching;
using Curbside.Messages;
using Curbside.People;
using Curbside.Phones;
using NodaTime;

namespace Curbside.Tests.Texts;

/// <summary>
/// Phones and consults talk to each other in memory. A text gives a new value with what was done and told, so a thousand texts can be tried from the same moment.
/// </summary>
internal sealed record Exchange(
    ImmutableDictionary<PersonId, Phone> Phones,
    ImmutableDictionary<ConsultId, Consult> Consults,
    ImmutableArray<Colleague> People,
    Busy Busy,
    Instant Now,
    int Texts)
{
    public static readonly Policy Policy = PolicyFile.Default;

    public ImmutableArray<(PersonId To, string Body)> Told { get; init; } = [];

    public ImmutableArray<string> Done { get; init; } = [];

    /// <summary>Everybody has had the welcome.</summary>
    public static Exchange Begin(Instant now, params IReadOnlyCollection<Person> people) => new(
        people.ToImmutableDictionary(person => person.Id, person => new Phone { Number = person.Phone, Welcomed = true }),
        ImmutableDictionary<ConsultId, Consult>.Empty,
        [.. people.Select(person => new Colleague(person, new Reach { Consented = person.Consent is not null }, []))],
        Busy.Nobody,
        now,
        0);

    public Person this[string name] => People.Single(colleague => colleague.Person.Name == name).Person;

    /// <summary>What is told and done from here on is only what follows from this text.</summary>
    public Exchange Text(string name, string body) =>
        (this with { Texts = Texts + 1, Told = [], Done = [] }).ToPhone(this[name], new PhoneEvent.TextReceived(body, null), $"SM{Texts + 1}");

    public Exchange After(Duration wait)
    {
        var (world, end) = (this with { Told = [], Done = [] }, Now + wait);
        while (world.NextDue() is { } due && due.At <= end)
        {
            world = (world with { Now = Instant.Max(world.Now, due.At) }).ToConsult(due.Consult, new ConsultEvent.CameDue());
        }

        return world with { Now = end };
    }

    public IEnumerable<string> ToldTo(string name) => Told.Where(told => told.To == this[name].Id).Select(told => told.Body);

    private (Instant At, ConsultId Consult)? NextDue()
    {
        var due =
            from consult in Consults.Values
            let at = ConsultDecider.Decide(consult.Id, consult, new ConsultEvent.CameDue(), Facts, Instant.FromUtc(2000, 1, 1, 0, 0)).Due
            where at is not null
            orderby at, consult.Id.Value
            select (At: at.Value, consult.Id);
        return due.Select(next => ((Instant, ConsultId)?)next).FirstOrDefault();
    }

    private Facts Facts => new(new Roster(People), Busy, Policy);

    private Exchange ToPhone(Person owner, PhoneEvent happened, string id)
    {
        var decision = PhoneDecider.Decide(owner.Phone, Phones.GetValueOrDefault(owner.Id), id, happened, new PhoneFacts(owner, new Roster(People), Policy), Now);
        var world = this with
        {
            Phones = Phones.SetItem(owner.Id, decision.State),
            Told = [.. Told, .. decision.Outgoing.OfType<Outgoing.Text>().Select(text => (owner.Id, text.Body))],
        };
        foreach (var effect in decision.Effects)
        {
            world = effect switch
            {
                PhoneEffect.ForConsult consult => (world with { Done = [.. world.Done, Say(consult.Happened)] }).ToConsult(consult.Consult, consult.Happened),
                PhoneEffect.ReachChanged changed => world with
                {
                    People = [.. world.People.Select(colleague => colleague.Id == changed.Person ? colleague with { Reach = changed.Reach } : colleague)],
                    Done = [.. world.Done, "reach changed"],
                },
                PhoneEffect.TellManager tell => (world with { Done = [.. world.Done, "a manager is told"] })
                    .ToPhone(world.People.Single(colleague => colleague.Id == tell.Manager).Person, new PhoneEvent.LineTold(tell.Message), $"{id} manager"),
                _ => world,
            };
        }

        return world;
    }

    private Exchange ToConsult(ConsultId id, ConsultEvent happened)
    {
        var decision = ConsultDecider.Decide(id, Consults.GetValueOrDefault(id), happened, Facts, Now);
        if (decision.State is not { } state)
        {
            return this;
        }

        var world = this with
        {
            Consults = Consults.SetItem(id, state),
            Busy = decision.Reserve.Aggregate(Busy, (busy, taken) => busy.With(taken.Person, taken.From, taken.To)),
        };
        foreach (var (effect, place) in decision.Effects.Select((effect, place) => (effect, place)))
        {
            world = effect switch
            {
                Effect.Tell tell => world.ToPhone(
                    world.Owner(tell.To), new PhoneEvent.Told(id, state.Request.Kind, tell.Message, tell.Question, tell.Closes, tell.Turn, null, tell.Brief), $"{id} {state.Turns} {place}"),
                Effect.CloseLetter close => world.ToPhone(world.Owner(close.On), new PhoneEvent.LetterClosed(id, close.Turn), $"{id} {state.Turns} {place}"),
                Effect.ReleaseSlots release => world with { Busy = world.Busy.Without(release.Reservation.Person, release.Reservation.From, release.Reservation.To) },
                Effect.StartConsult start => world.ToConsult(start.Id, start.Request),
                _ => world,
            };
        }

        return world;
    }

    private Person Owner(PersonId id) => People.Single(colleague => colleague.Id == id).Person;

    private string Say(ConsultEvent happened) => happened switch
    {
        ConsultEvent.Answered { Answer.Kind: AnswerKind.Choose } => "stands",
        ConsultEvent.Answered answered => $"{answered.Answer.Kind}{(answered.Answer.At is { } at ? $" {Clock(at)}" : "")}{(answered.Kept is null ? "" : ", words kept")}",
        ConsultEvent.Remarked remarked =>
            $"says {remarked.What}{(remarked.Time is { } from ? $" {Clock(from)}" : "")}{(remarked.Until is { } until ? $" to {Clock(until)}" : "")}{(remarked.Modality is { } how ? $" {how}" : "")}",
        ConsultEvent.Requested requested => $"requests {requested.Request.Kind.Name()} {requested.Request.Urgency.Name()}",
        _ => happened.GetType().Name,
    };

    private string Clock(Instant at)
    {
        var zoned = at.InZone(Sample.Pacific);
        var days = Period.DaysBetween(Now.InZone(Sample.Pacific).Date, zoned.Date);
        return $"{(days == 0 ? "" : $"+{days} ")}{zoned.Hour}:{zoned.Minute:00}";
    }
}
