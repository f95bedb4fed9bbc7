using System.Collections.Immutable;
using Curbside.Consults;
using Curbside.Drills;
using Curbside.Messages;
using Curbside.People;
using NodaTime;

namespace Curbside.Phones;

/// <summary>One decision in the making: the phone line as it changes, and what leaves it.</summary>
internal sealed partial class LineTurn(Phone phone, string eventId, PhoneFacts facts, Instant now)
{
    /// <summary>How long a closed letter still means its old consult.</summary>
    private static readonly Duration Rest = Duration.FromHours(72);

    /// <summary>A request that is being made step by step is dropped after this silence.</summary>
    private static readonly Duration DraftKept = Duration.FromMinutes(30);

    private readonly List<Outgoing> _outgoing = [];
    private readonly List<PhoneEffect> _effects = [];
    private Phone _phone = phone;

    private Person? Owner => facts.Owner;

    private bool MayBeTexted => Owner is not null && _phone.ReachOf(Owner) is { Consented: true, OptedOut: false };

    private Practice Practice => facts.Policy.Practice;

    public PhoneDecision Decision() => new(_phone.WithSent(_outgoing.OfType<Outgoing.Text>().Select(text => text.Body), now), _outgoing, _effects);

    /// <summary>A consult's message: by text where that may be, otherwise by mail, otherwise the consult learns that it did not arrive.</summary>
    public void Told(PhoneEvent.Told told)
    {
        if (Owner is null)
        {
            return;
        }

        if (!MayBeTexted)
        {
            MailInstead(told);
            return;
        }

        var use = LetterFor(told.Consult, told.Kind, told.Drill);
        if (told.Turn < use.Turn)
        {
            // Overtaken by what the consult decided later: a question is no longer asked, and words change nothing of what is.
            if (told.Question is null)
            {
                Send(told.Message, use, null);
            }

            return;
        }

        if (told.Question is { } question)
        {
            use = use.WithQuestion(question, now);
        }
        else if (SettlesQuestion(told.Message))
        {
            use = use with { Question = null };
        }

        if (told.Closes)
        {
            use = use with { Question = null, ClosedAt = use.ClosedAt ?? now };
        }
        else if (use.ClosedAt is not null)
        {
            use = use with { ClosedAt = null };
        }

        use = use with { UsedAt = now, Turn = told.Turn, Brief = told.Brief };
        Keep(use);
        Send(told.Message, use, told.Question);
    }

    public void LineTold(PhoneEvent.LineTold told)
    {
        if (told.ByMail)
        {
            if (Owner?.Email is { } address)
            {
                _outgoing.Add(new Outgoing.Email(address, MailWording.Mail(told.Message, Context(null, null)), null, null));
            }
        }
        else if (MayBeTexted)
        {
            WelcomeFirst();
            Reply(told.Message);
        }
    }

    public void CloseLetter(PhoneEvent.LetterClosed closed)
    {
        if (LetterOf(closed.Consult, closed.Drill) is { IsOpen: true } use && use.Turn <= closed.Turn)
        {
            Keep(use with { Question = null, ClosedAt = now, Turn = closed.Turn });
        }
    }

    public void Invite(PhoneEvent.Invited invited)
    {
        if (Owner?.Email is { } address)
        {
            var drill = invited.Invitation.Drill;
            var context = Context(null, null) with { IsDrill = drill is not null };
            _outgoing.Add(new Outgoing.Email(address, MailWording.Mail(invited.Message, context), invited.Consult, invited.Invitation, drill));
        }
    }

    public void Failed(PhoneEvent.TextFailed failed)
    {
        if (failed.OptedOut)
        {
            _phone = _phone with { CarrierStopped = true };
        }

        if (failed.OptedOut && _phone.OptedOutAt is null)
        {
            // The consults that are open here, this text's among them, learn of the opt-out.
            OptOut();
            return;
        }

        if (failed.Text is { Consult: { } consult, Instead: var mail, Drill: var drill })
        {
            if (mail is not null && Owner?.Email is { } address)
            {
                _outgoing.Add(new Outgoing.Email(address, mail, consult, null, drill));
            }

            NotReached(consult, failed.Text.QuestionId, drill);
        }
    }

    private void MailInstead(PhoneEvent.Told told)
    {
        if (Owner?.Email is { } address && !NeedsText(told.Message))
        {
            var context = Context(null, told.Question) with { IsDrill = told.Drill is not null };
            _outgoing.Add(new Outgoing.Email(address, MailWording.Mail(told.Message, context), told.Consult, null, told.Drill));
        }
        else
        {
            NotReached(told.Consult, told.Question?.Id, told.Drill);
        }
    }

    private void NotReached(ConsultId consult, string? questionId, DrillPart? drill) =>
        _effects.Add(new PhoneEffect.ForConsult(consult, new ConsultEvent.NotReached(Drill.PersonOn(_phone.Number, drill), questionId), drill));

    /// <summary>What waits for an answer within minutes is not worth a mail: somebody else is asked instead.</summary>
    private static bool NeedsText(Message message) => message is
        Message.Offer or Message.TimeGone or Message.AskerProposes or Message.ManagerCalledIn or Message.WhatAbout or Message.OfferPaused
        or Message.OfferStaysOpen or Message.WhoCalls or Message.WindowStarts or Message.CallPassedOn or Message.NobodyAnswered { IsAsked: true };

    /// <summary>With this said, nothing waits for an answer on the letter any more, and a bare number can only be meant for another.</summary>
    private static bool SettlesQuestion(Message message) => message is
        Message.BookedForAsker or Message.BookedForConsultant or Message.ProposalSent or Message.ProposalLapsed or Message.ConsultantReleased
        or Message.AskingAgain or Message.Moved or Message.TimeKept or Message.ThankYou;

    private void Send(Message message, LetterUse use, Question? question)
    {
        if (message is not Message.CrisisFirst)
        {
            WelcomeFirst();
        }

        var context = Context(use, question);
        var instead = NeedsText(message) ? null : MailWording.Mail(message, context);
        _outgoing.Add(new Outgoing.Text(Wording.Text(message, context), use.Consult, question?.Id, instead, use.Kind == Kind.Risk, use.Drill));
    }

    /// <summary>Says something of the line itself, in answer to what was texted.</summary>
    private void Reply(Message message, LetterUse? use = null, Question? question = null)
    {
        if (_phone.OptedOutAt is null)
        {
            ReplyToAnyone(message, use, question);
        }
    }

    /// <summary>Whoever asks for help is answered, also after an opt-out.</summary>
    private void ReplyToAnyone(Message message, LetterUse? use = null, Question? question = null) =>
        _outgoing.Add(new Outgoing.Text(
            Wording.Text(message, Context(use, question) with { IsDrill = IsOfDrill(message, use) }),
            use is { Draft: false } ? use.Consult : null,
            null,
            null,
            use?.Kind == Kind.Risk,
            use?.Drill));

    private void WelcomeFirst()
    {
        if (!_phone.Welcomed)
        {
            _phone = _phone with { Welcomed = true };
            Reply(new Message.Welcome(Practice.Name));
        }
    }

    private WordingContext Context(LetterUse? use, Question? question) => new(
        Practice.SenderName,
        Owner?.Zone ?? Practice.Zone,
        now,
        use?.Letter,
        question is null || use is null ? [] : [.. Enumerable.Range(use.FirstNumber, question.Numbered.Length)],
        question?.None is not null,
        Links.LengthAt(Practice.PublicUrl))
    {
        IsDrill = use?.Drill is not null,
    };

    private void Keep(LetterUse use)
    {
        _phone = _phone with { Letters = _phone.Letters.RemoveAll(other => other.Letter == use.Letter).Add(use) };
    }

    private LetterUse? LetterOf(ConsultId consult, DrillPart? drill) => _phone.Letters.FirstOrDefault(use => use.Consult == consult && use.Drill == drill);

    /// <summary>
    /// The consult's letter on this phone. A new consult takes a letter that was never used, then the one that rests longest, then one beyond the usual eight. On a
    /// phone where all are open, the letter that was quiet longest changes hands: its consult goes on, and gets another when it tells something.
    /// </summary>
    private LetterUse LetterFor(ConsultId consult, Kind? kind, DrillPart? drill = null)
    {
        if (LetterOf(consult, drill) is { } known)
        {
            return known with { Kind = kind, Draft = false };
        }

        if (NeverUsed(Letter.All.Take(Letter.Usual)) is { } usual)
        {
            return new LetterUse(usual, consult, kind, null, 1, 1, now, Drill: drill);
        }

        var free = _phone.Letters.Where(IsFree).OrderBy(use => use.RestsSince).FirstOrDefault();
        if (free is null && NeverUsed(Letter.All) is { } further)
        {
            return new LetterUse(further, consult, kind, null, 1, 1, now, Drill: drill);
        }

        // A drill takes two letters at once, and the second is not taken from the first.
        var taken = free ?? _phone.Letters.Where(use => use.Consult != consult).OrderBy(use => use.Asks(now)).ThenBy(use => use.UsedAt).First();
        var first = now - taken.UsedAt < Rest ? taken.NextNumber : 1;
        return new LetterUse(taken.Letter, consult, kind, null, first, first, now, Drill: drill);
    }

    private Letter? NeverUsed(IEnumerable<Letter> letters) =>
        letters.Where(letter => _phone.Letters.All(use => use.Letter != letter)).Select(letter => (Letter?)letter).FirstOrDefault();

    private bool IsFree(LetterUse use) => use.Draft ? now - use.UsedAt > DraftKept : !use.IsOpen;
}
