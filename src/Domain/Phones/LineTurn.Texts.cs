using System.Collections.Immutable;
using Curbside.Consults;
using Curbside.Drills;
using Curbside.Messages;
using Curbside.People;
using NodaTime;

namespace Curbside.Phones;

/// <summary>What a received text leads to.</summary>
internal sealed partial class LineTurn
{
    /// <summary>A text and a new question may pass each other on the way for so long.</summary>
    private static readonly Duration MayCross = Duration.FromMinutes(2);

    public void Received(PhoneEvent.TextReceived text)
    {
        var reading = Grammar.Read(text.Body, new ReadingContext([.. _phone.Sent.Select(sent => sent.Body)], NamesOnThisPhone()));
        if (reading.Meanings.OfType<Meaning.Crisis>().Any())
        {
            var isOfClient = reading.Meanings.OfType<Meaning.Crisis>().Any(crisis => crisis.OfClient);
            if (MayReplyTo(text.Body, inDanger: true))
            {
                ReplyToAnyone(new Message.CrisisReply());
                if (_phone.OptedOutAt is not null && Owner is not null)
                {
                    ReplyToAnyone(new Message.RestNotByText(false, Owner.Email is not null, Practice.BackupLine));
                }
                else if (isOfClient && Owner is { } asker && reading.Meanings.Length == 1 && reading.Said is null)
                {
                    OfferRisk(asker);
                }
            }

            reading = reading with { Meanings = [.. reading.Meanings.Where(meaning => meaning is not Meaning.Crisis)], Kept = null };
            if (!reading.Understood)
            {
                return;
            }
        }

        if ((text.CarrierAnswered ?? NetworkWord(text.Body)) is { } word)
        {
            CarrierHasAnswered(word, text.Body, reading);
        }
        else if (Owner is null)
        {
            Stranger(reading, text.Body);
        }
        else if (text.HasMedia && string.IsNullOrWhiteSpace(text.Body) && _phone.ReachOf(Owner).Consented)
        {
            if (MayReplyTo(text.Body))
            {
                Reply(new Message.PictureUnread());
            }
        }
        else
        {
            Understand(reading, text.Body, Owner);
        }
    }

    /// <summary>Whoever texts thanks the other side by name.</summary>
    private List<string> NamesOnThisPhone() =>
        [.. _phone.Letters.Select(use => use.Brief?.Other?.Full).OfType<string>()];

    /// <summary>On a toll-free number the network acts on these words and does not always say so.</summary>
    private string? NetworkWord(string body) => Practice.NumberKind != TextingNumberKind.TollFree ? null : body.Trim().ToUpperInvariant() switch
    {
        "STOP" => "STOP",
        "START" or "UNSTOP" => "START",
        _ => null,
    };

    private void CarrierHasAnswered(string word, string body, Reading reading)
    {
        switch (word.ToUpperInvariant())
        {
            case "STOP":
                OptOut();
                _phone = _phone with { CarrierStopped = true };
                break;
            case "START":
                _phone = _phone with { CarrierStopped = false };
                OptIn();
                AlsoMeant(body, reading);
                break;
        }
    }

    /// <summary>The carrier takes YES and JOIN for an opt-in, and they may be an answer or an agreement too.</summary>
    private void AlsoMeant(string body, Reading reading)
    {
        if (Owner is null)
        {
            return;
        }

        if (reading.Meanings.OfType<Meaning.Join>().Any())
        {
            Join();
        }
        else if (_phone.ReachOf(Owner).Consented && Understanding.Of(reading, OpenQuestions(), now, Owner.Zone) is var understanding && IsAnswer(understanding))
        {
            Act(understanding, reading.Kept, Owner);
        }
    }

    /// <summary>An answer, or one of several that the sender is asked to choose from.</summary>
    private static bool IsAnswer(Understanding understanding) => understanding is Understanding.Answers or Understanding.WhichNumber or Understanding.WhichLetter;

    /// <summary>Only the network can open the number again.</summary>
    private bool OnlyNetworkReopens => _phone.CarrierStopped && Practice.NumberKind == TextingNumberKind.TollFree;

    private void Stranger(Reading reading, string body)
    {
        if (reading.Meanings.OfType<Meaning.OptOut>().Any())
        {
            Reply(new Message.OptedOutAck(Practice.NumberKind == TextingNumberKind.TollFree));
            OptOut();
        }
        else if (reading.Meanings.OfType<Meaning.OptIn>().Any())
        {
            OptIn();
        }
        else if ((reading.Meanings.OfType<Meaning.Ask>().Any(ask => ask.Kind == Kind.Risk) || reading.OfLine is Meaning.Wants { Kind: Kind.Risk }) && MayReplyTo(body, inDanger: true))
        {
            ReplyToAnyone(new Message.CrisisReply());
            Reply(new Message.UnknownNumber(Practice.OfficeLine));
        }
        else if (_phone.StrangerToldAt is null && !IsAutomatic(reading))
        {
            _phone = _phone with { StrangerToldAt = now };
            Reply(new Message.UnknownNumber(Practice.OfficeLine));
        }
    }

    private static bool IsAutomatic(Reading reading) => reading.Meanings.OfType<Meaning.AutoReply>().Any();

    /// <summary>"Thanks!" wants no answer.</summary>
    private static bool IsPoliteness(Reading reading, string body) =>
        !reading.Understood && reading.Kept is null && !string.IsNullOrWhiteSpace(body);

    private void Understand(Reading reading, string body, Person owner)
    {
        if (IsAutomatic(reading) || (IsPoliteness(reading, body) && !OpenQuestions().Any(open => open is { Closed: false, Question: { } question } && SafetyQuestion.Is(question))))
        {
            return;
        }

        if (_phone.ReachOf(owner).Consented && AnswersState(body, owner))
        {
            return;
        }

        var understanding = Understanding.Of(reading, OpenQuestions(), now, owner.Zone);
        if (MayBeMachines(understanding) && !MayReplyTo(body))
        {
            return;
        }

        if (!_phone.ReachOf(owner).Consented && understanding is not Understanding.Command { Meaning: Meaning.Join or Meaning.Help or Meaning.OptOut })
        {
            if (understanding is Understanding.Command { Meaning: Meaning.Ask { Kind: Kind.Risk } or Meaning.Wants { Kind: Kind.Risk } })
            {
                ReplyToAnyone(new Message.CrisisFirst(Practice.BackupLine));
            }

            NoProgress(new Message.JoinFirst(), owner);
            return;
        }

        if (_phone.OptedOutAt is not null && !OnlyNetworkReopens && body.Trim().Equals("yes", StringComparison.OrdinalIgnoreCase))
        {
            // To the carrier this word alone was an opt-in, whatever it answers.
            OptIn();
            if (understanding is not Understanding.Answers)
            {
                understanding = new Understanding.Command(new Meaning.OptIn());
            }
        }

        Act(WithoutDoubt(understanding, reading), reading.Meanings.IsEmpty ? null : reading.Kept, owner);
    }

    /// <summary>A number that fits the question before as well, right after a new one went out, may be meant for either.</summary>
    private Understanding WithoutDoubt(Understanding understanding, Reading reading)
    {
        var option = reading.Meanings.OfType<Meaning.Option>().FirstOrDefault(option => option.Number > 0);
        return understanding is Understanding.Answers { All: [var given] } && option is not null
            && Use(given.Letter) is var use && option.Number <= use.EarlierLast && now - use.AskedAt < MayCross
            ? new Understanding.WhichNumber(use.Letter, use.Numbers)
            : understanding;
    }

    /// <summary>
    /// A machine may text it for ever. An answer to what is asked, a word to stop and a request in the line's own words are acted on however often they come.
    /// </summary>
    private static bool MayBeMachines(Understanding understanding) => understanding switch
    {
        Understanding.Answers or Understanding.ForLetter or Understanding.NotPlain or Understanding.Nothing => false,
        Understanding.Several several => several.All.All(MayBeMachines),
        Understanding.Command { Meaning: var meaning } => meaning is not (Meaning.Ask { Kind: not null } or Meaning.OptOut or Meaning.OptIn or Meaning.Join or Meaning.Pause
            or Meaning.Resume or Meaning.Sleep or Meaning.Wake or Meaning.Drill or Meaning.WhatIsOpen or Meaning.Help or Meaning.NotWell),
        _ => true,
    };

    private void Act(Understanding understanding, string? kept, Person owner)
    {
        switch (understanding)
        {
            case Understanding.Several several:
                foreach (var part in several.All)
                {
                    Act(part, kept, owner);
                }

                break;
            case Understanding.Answers answers:
                Progress();
                Answer(answers, kept, owner);
                break;
            case Understanding.Remarks remarks:
                Progress();
                Remark(remarks);
                break;
            case Understanding.ForLetter { Letter: var letter, What: var command }:
                Progress();
                CommandFor(Use(letter), command);
                break;
            case Understanding.ClosedLetter { Letter: var letter }:
                Progress();
                AskStanding(Use(letter));
                break;
            case Understanding.Command { Meaning: var meaning }:
                Progress();
                Do(meaning, owner);
                break;
            case Understanding.WhichLetter { Letters: var letters }:
                NoProgress(new Message.WhichOne([.. letters.Select(letter => ItemOf(Use(letter)))]), owner);
                break;
            case Understanding.WhichNumber { Letter: var letter }:
                AskBack(AskedBack.WhichOne, owner, Use(letter));
                break;
            case Understanding.OldNumber { Letter: var letter }:
                AskBack(AskedBack.OldNumber, owner, Use(letter));
                break;
            case Understanding.NotPlain { Letter: var letter }:
                // Its consult asks again, with the lines to call.
                TellConsult(Use(letter), new ConsultEvent.Remarked(WhoIs(Use(letter)), Saying.Acknowledges));
                break;
            case Understanding.Nothing:
                break;
            default:
                NotUnderstood(owner);
                break;
        }
    }

    private ImmutableArray<OpenQuestion> OpenQuestions() =>
    [
        .. from use in _phone.Letters
           where use.IsOpen || now - use.ClosedAt <= Rest
           where !use.Draft || now - use.UsedAt <= DraftKept
           orderby use.Letter.Value
           select new OpenQuestion(use.Letter, use.IsOpen && !use.Asks(now) ? null : use.Question, use.FirstNumber, !use.IsOpen, use.Brief),
    ];

    private LetterUse Use(Letter letter) => _phone.Letters.First(use => use.Letter == letter);

    private void Answer(Understanding.Answers answers, string? kept, Person owner)
    {
        foreach (var (letter, questionId, answer) in answers.All)
        {
            var use = Use(letter);
            if (use.Draft)
            {
                Choose(use, answer, owner);
            }
            else
            {
                Keep(use with { Answered = true });
                TellConsult(use, new ConsultEvent.Answered(WhoIs(use), questionId, answer, kept));
            }
        }
    }

    private void Remark(Understanding.Remarks remarks)
    {
        var use = Use(remarks.Letter);
        TellConsult(use, new ConsultEvent.Remarked(WhoIs(use), remarks.What, remarks.Time, remarks.Until, remarks.Modality));
    }

    private void CommandFor(LetterUse use, LetterCommand command)
    {
        if (use.Draft)
        {
            Keep(use with { Question = null, ClosedAt = now });
            Reply(new Message.AskNotStarted(), use);
            return;
        }

        ConsultEvent happened = command == LetterCommand.CallOff
            ? new ConsultEvent.CalledOff(WhoIs(use))
            : new ConsultEvent.OtherTimeAsked(WhoIs(use));
        TellConsult(use, happened);
    }

    /// <summary>A late answer: the consult says where it stands.</summary>
    private void AskStanding(LetterUse use)
    {
        if (use.Draft)
        {
            Reply(new Message.AskNotStarted(), use);
        }
        else
        {
            TellConsult(use, new ConsultEvent.Answered(WhoIs(use), "", new Answer(AnswerKind.Choose)));
        }
    }

    /// <summary>The phone's owner, but for the stand-in's side of a drill.</summary>
    private PersonId WhoIs(LetterUse use) => Drill.PersonOn(_phone.Number, use.Drill);

    private void TellConsult(LetterUse use, ConsultEvent happened) => _effects.Add(new PhoneEffect.ForConsult(use.Consult, happened, use.Drill));

    private void Do(Meaning meaning, Person owner)
    {
        switch (meaning)
        {
            case Meaning.Ask ask:
                Ask(ask, owner);
                break;
            case Meaning.WhatIsOpen:
                ListWhatIsOpen();
                break;
            case Meaning.OptOut:
                Reply(new Message.OptedOutAck(Practice.NumberKind == TextingNumberKind.TollFree));
                OptOut();
                break;
            case Meaning.OptIn:
                OptIn();
                Reply(new Message.OptedIn());
                break;
            case Meaning.Drill:
                StartDrill(owner);
                break;
            case Meaning.Wants wants:
                AskFor(wants, owner);
                break;
            case Meaning.NotWell:
                OfferSupport();
                break;
            case Meaning.Spanish:
                Reply(new Message.SpanishHelp(Practice.OfficeLine));
                break;
            case Meaning.RosterNews news:
                PassOn(news.What, owner);
                break;
            case Meaning.PauseUntil pause:
                PauseOffers(pause.Until.Resolve(now, owner.Zone));
                break;
            case Meaning.FewerOffers fewer:
                PassOn(fewer, owner);
                break;
            case Meaning.Join:
                Join();
                break;
            case Meaning.Help:
                ReplyToAnyone(new Message.Help(Practice.OfficeLine));
                break;
            case Meaning.Pause pause:
                ChangeReach(_phone with { PausedUntil = now + Duration.FromDays(pause.Days) });
                Reply(new Message.Paused(_phone.PausedUntil!.Value));
                break;
            case Meaning.Resume:
                ChangeReach(_phone with { PausedUntil = null });
                Reply(new Message.Resumed());
                break;
            case Meaning.Sleep:
                ChangeReach(_phone with { NightCallsOff = true });
                Reply(new Message.NightCallsOff());
                break;
            case Meaning.Wake:
                ChangeReach(_phone with { NightCallsOff = false });
                Reply(owner.WakeForRisk || owner.WakeForNow ? new Message.NightCallsOn() : new Message.NightCallsNotAgreed(Practice.OfficeLine));
                break;
            default:
                NotUnderstood(owner);
                break;
        }
    }

    private void Join()
    {
        if (OnlyNetworkReopens)
        {
            return;
        }

        if (Owner!.Consent is null && _phone.Joined is null)
        {
            ChangeReach(_phone with { Joined = new Consent(now, "texted JOIN"), OptedOutAt = null });
        }
        else
        {
            OptIn();
        }

        WelcomeFirst();
        Reply(new Message.Joined());
    }

    private void ListWhatIsOpen()
    {
        ImmutableArray<OpenItem> items =
        [
            .. from use in _phone.Letters
               where use is { IsOpen: true, Draft: false, Kind: not null }
               orderby use.Letter.Value
               select ItemOf(use),
        ];
        Reply(items.IsEmpty ? new Message.NothingOpen() : new Message.OpenList(items));
    }

    private OpenItem ItemOf(LetterUse use) => new(use.Letter, use.Kind, use.Asks(now) ? use.Numbers : [], use.Drill is not null, use.Brief);

    /// <summary>Every consult that is open here learns of it: a consultant's STOP is a refusal, an asker's goes on by mail.</summary>
    private void OptOut()
    {
        if (_phone.OptedOutAt is not null)
        {
            return;
        }

        ChangeReach(_phone with { OptedOutAt = now });
        foreach (var use in _phone.Letters.Where(use => use is { IsOpen: true, Draft: false }))
        {
            TellConsult(use, new ConsultEvent.OptedOut(WhoIs(use)));
        }
    }

    private void OptIn()
    {
        if (_phone.OptedOutAt is not null && !OnlyNetworkReopens)
        {
            ChangeReach(_phone with { OptedOutAt = null });
        }
    }

    private void ChangeReach(Phone changed)
    {
        _phone = changed with { ReachRevision = _phone.ReachRevision + 1 };
        if (Owner is not null)
        {
            _effects.Add(new PhoneEffect.ReachChanged(Owner.Id, _phone.ReachOf(Owner)));
        }
    }
}
