using Curbside.Consults;
using Curbside.Messages;
using Curbside.People;
using NodaTime;

namespace Curbside.Tests.Consults;

/// <summary>One consult of the story, from a stage on: what people say and answer, what falls due, and what they are told.</summary>
internal sealed class Scene
{
    private readonly List<Effect> _effects = [];

    private Scene(Consult consult)
    {
        Consult = consult;
        Now = consult.NowIs();
    }

    public Consult Consult { get; private set; }

    public Instant Now { get; private set; }

    public Facts Facts { get; set; } = Story.Facts;

    public IReadOnlyList<Effect> Effects => _effects;

    public Decision? Last { get; private set; }

    /// <summary>When the agenda wants attention next. Long before anything is due, a deadline changes nothing and says so.</summary>
    public Instant? Due => ConsultDecider.Decide(Consult.Id, Consult, new ConsultEvent.CameDue(), Facts, Instant.FromUtc(2000, 1, 1, 0, 0)).Due;

    public static Scene Of(string stage) => new(Story.Stages().Single(item => item.Name == stage).Consult);

    public static Scene Of(Consult consult) => new(consult);

    public Scene Says(string who, Saying what, Instant? time = null, Instant? until = null, Modality? modality = null) =>
        Happens(new ConsultEvent.Remarked(Story.Who(who), what, time, until, modality));

    public Scene Answers(string who, AnswerKind kind, Instant? at = null, string? kept = null) =>
        Happens(new ConsultEvent.Answered(Story.Who(who), "q", new Answer(kind, at), kept));

    /// <summary>Only what follows from this is remembered.</summary>
    public Scene Happens(ConsultEvent happened)
    {
        _effects.Clear();
        Decide(happened);
        return this;
    }

    /// <summary>Lets time pass, and everything that falls due on the way.</summary>
    public Scene After(Duration wait)
    {
        _effects.Clear();
        var end = Now + wait;
        while (Due is { } due && due <= end)
        {
            Now = Instant.Max(Now, due);
            Decide(new ConsultEvent.CameDue());
        }

        Now = end;
        return this;
    }

    public IEnumerable<Message> ToldTo(string who) => ToldTo(Story.Who(who));

    public IEnumerable<Message> ToldTo(PersonId person) => _effects.OfType<Effect.Tell>().Where(tell => tell.To == person).Select(tell => tell.Message);

    public T Told<T>(string who)
        where T : Message => Assert.Single(ToldTo(who).OfType<T>());

    public Question Asked(string who) =>
        _effects.OfType<Effect.Tell>().Last(tell => tell.To == Story.Who(who) && tell.Question is not null).Question!;

    public Scene IsTold(string who, params ReadOnlySpan<Type> messages)
    {
        Assert.Equal(messages.ToArray(), ToldTo(who).Select(message => message.GetType()));
        return this;
    }

    private void Decide(ConsultEvent happened)
    {
        Last = ConsultDecider.Decide(Consult.Id, Consult, happened, Facts, Now);
        Consult = Last.State!;
        _effects.AddRange(Last.Effects);
    }
}
