using System.Text.RegularExpressions;
using Curbside.Consults;
using Curbside.People;
using Curbside.Phones;
using Curbside.Storage;

namespace Curbside.LocalHost.Killing;

/// <summary>Holds what is left to what was promised. Everything was given time to settle: nothing is in flight any more.</summary>
internal sealed partial class Aftermath(Ledger ledger, Evidence evidence)
{
    private readonly HashSet<(string, string)> _consultRows = [.. evidence.Rows[Table.Consults].Select(row => (row.Partition, row.Key))];
    private readonly HashSet<(string, string)> _phoneRows = [.. evidence.Rows[Table.Phones].Select(row => (row.Partition, row.Key))];
    private readonly Dictionary<ConsultId, Consult> _consults = evidence.Consults.ToDictionary(one => one.Stored.Consult.Id, one => one.Stored.Consult);

    public void Check()
    {
        AcknowledgedTextsAreThereWithTheirReplies();
        AcknowledgedRequestsAreConsults();
        WhatTextsLedToHappened();
        BookingsThatWereToldWereMade();
        NothingWasSentTwice();
        WhatWasSentWasWrittenDown();
        NothingIsOutstanding();
        CalendarsHoldBookingsAndNothingElse();
        EveryoneIsReachedAsTheirPhoneSays();
        OpenConsultsAreKnownAsOpen();
    }

    private void AcknowledgedTextsAreThereWithTheirReplies()
    {
        var received = evidence.Texts.Where(text => text.Incoming).Select(text => (text.To, text.Id)).ToHashSet();
        var sent = evidence.Texts.Where(text => text.Key is not null).ToLookup(text => (text.To, text.Key));
        foreach (var (text, twiML) in ledger.Texts)
        {
            Expect(received.Contains((text.Phone, text.Sid)), text.Phone, $"The text {text.Sid} was acknowledged and is not in the thread.");
            Expect(
                _phoneRows.Contains((text.Phone, RowKeys.Event(text.Sid))), text.Phone, $"The text {text.Sid} was acknowledged, and its phone does not know of it.");
            foreach (var key in ReplyKey().Matches(twiML).Select(match => match.Groups[1].Value))
            {
                var times = sent[(text.Phone, key)].Count();
                Expect(times == 1, text.Phone, $"The reply {key} to {text.Sid} is in the thread {times} times.");
            }
        }
    }

    private void AcknowledgedRequestsAreConsults()
    {
        foreach (var form in ledger.Forms)
        {
            Expect(_consults.ContainsKey(new ConsultId(form)), "host", $"The form for {form} was acknowledged, and there is no such consult.");
        }

        foreach (var (text, twiML) in ledger.Texts.Where(one => CompleteRequest().IsMatch(one.Text.Body)))
        {
            var refused = twiML.Contains("eight consults are open", StringComparison.Ordinal);
            Expect(
                refused || _consults.ContainsKey(ConsultId.From($"text {text.Sid}")), text.Phone, $"\"{text.Body}\" ({text.Sid}) was acknowledged, and no consult began.");
        }
    }

    /// <summary>Answers, and whatever else a text means to consults, reached them under the text's own id.</summary>
    private void WhatTextsLedToHappened()
    {
        foreach (var (number, happened) in evidence.PhoneEvents)
        {
            foreach (var effect in happened.Effects.OfType<PhoneEffect.ForConsult>())
            {
                // What is told to a consult that never was, such as a draft's, changes nothing and leaves nothing.
                Expect(
                    !_consults.ContainsKey(effect.Consult) || _consultRows.Contains((effect.Consult.Value, RowKeys.Event(happened.EventId))),
                    number,
                    $"{happened.EventId} led to {effect.Happened.GetType().Name} for {effect.Consult}, which never heard of it.");
            }
        }

        foreach (var (number, key, message) in evidence.Messages.Where(one => one.Message is { Status: SendStatus.Failed, Outgoing: Outgoing.Text }))
        {
            Expect(_phoneRows.Contains((number, RowKeys.Event($"failed {key}"))), number, $"{key} failed with {message.Trouble}, and nobody was told.");
        }
    }

    private void BookingsThatWereToldWereMade()
    {
        foreach (var (number, key, message) in evidence.Messages)
        {
            if (message.Outgoing is not Outgoing.Text { Consult: { } id, Body: var body } || !body.Contains(": booked.", StringComparison.Ordinal))
            {
                continue;
            }

            var person = PersonId.Of(PhoneNumber.Parse(number));
            var consult = _consults.GetValueOrDefault(id);
            Expect(
                consult is not null && consult.Timeline.Any(entry => entry.What == Happening.Booked && (entry.Person == person || consult.Request.Asker == person)),
                number,
                $"{key} says \"{body}\", and {id} was never booked with them.");
        }
    }

    private void NothingWasSentTwice()
    {
        foreach (var twice in evidence.Texts.Concat(evidence.Mails).Where(one => one.Key is not null).GroupBy(one => (one.To, one.Key)).Where(same => same.Count() > 1))
        {
            ledger.Complain($"{twice.Key} was sent {twice.Count()} times.", twice.Key.To);
        }
    }

    private void WhatWasSentWasWrittenDown()
    {
        var taken = evidence.Texts.Concat(evidence.Mails).Where(one => one.Key is not null).Select(one => one.Key!).ToHashSet();
        foreach (var (number, key, message) in evidence.Messages)
        {
            // Mails are not reported on.
            var ended = message.Status is SendStatus.Delivered or SendStatus.Failed || (message.Outgoing is Outgoing.Email && message.Status == SendStatus.Sent);
            Expect(ended, number, $"{key} ended as {message.Status}.");
            Expect(message.Status == SendStatus.Failed || taken.Contains(key), number, $"{key} counts as {message.Status} and was never sent.");
        }

        var written = evidence.Under(Table.Phones, RowKeys.FirstMessage).Select(row => row.Key).ToHashSet();
        foreach (var unknown in taken.Except(written))
        {
            ledger.Complain($"{unknown} was sent, and nobody knows of it.", "host");
        }
    }

    private void NothingIsOutstanding()
    {
        foreach (var (number, stored, row) in evidence.Phones)
        {
            Expect(stored.Outstanding.IsEmpty, number, $"{number} has left undone {string.Join(", ", stored.Outstanding)}.");
            Expect(row.Due is null || row.Due > evidence.Now, number, $"{number} was due at {row.Due}, and it is {evidence.Now}.");
        }

        foreach (var (stored, row) in evidence.Consults)
        {
            var asker = evidence.Roster[stored.Consult.Request.Asker].Phone.Value;
            Expect(stored.Outstanding.IsEmpty, asker, $"{row.Partition} has left undone {string.Join(", ", stored.Outstanding)}.");
            Expect(row.Due is null || row.Due > evidence.Now, asker, $"{row.Partition} was due at {row.Due}, and it is {evidence.Now}.");
        }

        foreach (var row in evidence.Under(Table.Consults, RowKeys.FirstMessage))
        {
            ledger.Complain($"{row.Partition} still has the effect {row.Key}.", "host");
        }
    }

    private void CalendarsHoldBookingsAndNothingElse()
    {
        var cells = evidence.Rows[Table.Slots].Select(Cell).Where(cell => cell.Start >= evidence.Now).ToHashSet();
        foreach (var (person, start, id) in cells)
        {
            var held = _consults.GetValueOrDefault(id) is { } consult && ConsultDecider.Holds(consult, person, start, PolicyFile.Default);
            Expect(held, person.Value, $"{start} is taken in the calendar of {person}, and {id} does not hold it.");
        }

        foreach (var consult in _consults.Values)
        {
            if (consult.Stage is not Stage.Booked { Booking: var booking })
            {
                continue;
            }

            foreach (var person in new[] { booking.Consultant, consult.Request.Asker })
            {
                for (var at = Bookings.CellOf(booking.Start); at < booking.End; at += Bookings.Cell)
                {
                    Expect(
                        at < evidence.Now || cells.Contains((person, at, consult.Id)), person.Value, $"{consult.Id} is booked, and {at} is free in the calendar of {person}.");
                }
            }
        }
    }

    private static (PersonId Person, NodaTime.Instant Start, ConsultId Consult) Cell(Row row) =>
        (new PersonId(row.Partition), Bookings.StartOfCell(row.Key), StoredForm.Read<SlotBook.TakenCell>(row.Body).Consult);

    private void EveryoneIsReachedAsTheirPhoneSays()
    {
        foreach (var (number, stored, _) in evidence.Phones)
        {
            if (evidence.Roster.TryFind(PhoneNumber.Parse(number), out var colleague))
            {
                var said = stored.Phone.ReachOf(colleague.Person);
                Expect(colleague.Reach == said, number, $"{number} says {said}, and the roster has {colleague.Reach}.");
            }
        }
    }

    private void OpenConsultsAreKnownAsOpen()
    {
        var listed = evidence.Rows[Table.Open].Select(row => row.Key).ToHashSet();
        foreach (var consult in _consults.Values)
        {
            Expect(listed.Remove(consult.Id.Value) != consult.Over, "host", $"{consult.Id} is {(consult.Over ? "over, and listed as open" : "open, and not listed")}.");
        }

        foreach (var nothing in listed)
        {
            ledger.Complain($"{nothing} is listed as open, and there is no such consult.", "host");
        }
    }

    private void Expect(bool fine, string about, string otherwise)
    {
        if (!fine)
        {
            ledger.Complain(otherwise, about);
        }
    }

    [GeneratedRegex(@"/sms/status\?m=([^""]+)""")]
    private static partial Regex ReplyKey();

    /// <summary>Kind and urgency are there, and it is no risk that is said to have time until next week.</summary>
    [GeneratedRegex("^ASK (?!RISK THIS).* (NOW|TODAY|WEEK)$")]
    private static partial Regex CompleteRequest();
}
