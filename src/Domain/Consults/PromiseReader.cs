using Curbside.Files;

namespace Curbside.Consults;

/// <summary>Reads by when an answer is promised. A promise is given whole: no part of it comes from the defaults.</summary>
internal sealed class PromiseReader(List<FileError> errors)
{
    private const string Forms = "a promise; write it like \"15 min\", or { \"weekdays_later\": 2, \"at\": \"17:00\" }, "
        + "or { \"within\": \"4 h\", \"at_the_latest\": \"20:30\", \"asked_after\": \"19:30\", \"next_morning\": \"10:00\" }";

    public PromiseRule Read(LocatedJson json)
    {
        switch (json)
        {
            case LocatedJson.Text text when PolicyTexts.TryWait(text.Value.Trim(), out var wait):
                return new PromiseRule.After(wait);
            case LocatedJson.Object weekday when weekday["weekdays_later"] is not null || weekday["at"] is not null:
                return ReadWeekday(weekday);
            case LocatedJson.Object sameDay:
                return ReadSameDay(sameDay);
            default:
                Report(json, $"{json.Shown} is not {Forms}");
                return null!;
        }
    }

    private PromiseRule.Weekday ReadWeekday(LocatedJson.Object json)
    {
        var section = new JsonSection<PromiseRule.Weekday>(json, null, errors);
        var promise = new PromiseRule.Weekday(
            section.WholeNumber("weekdays_later", 1, 10, promise => promise.WeekdaysAfter),
            section.Text("at", PolicyTexts.TimeForm, PolicyTexts.TryTime, promise => promise.At));
        section.Close();
        return promise;
    }

    private PromiseRule.SameDay ReadSameDay(LocatedJson.Object json)
    {
        var errorsBefore = errors.Count;
        var section = new JsonSection<PromiseRule.SameDay>(json, null, errors);
        var promise = new PromiseRule.SameDay(
            section.Text("within", PolicyTexts.WaitForm, PolicyTexts.TryWait, promise => promise.Wait),
            section.Text("at_the_latest", PolicyTexts.TimeForm, PolicyTexts.TryTime, promise => promise.Latest),
            section.Text("asked_after", PolicyTexts.TimeForm, PolicyTexts.TryTime, promise => promise.LastAsk),
            section.Text("next_morning", PolicyTexts.TimeForm, PolicyTexts.TryTime, promise => promise.NextMorning));
        section.Close();
        if (errors.Count == errorsBefore && !(promise.NextMorning < promise.LastAsk && promise.LastAsk < promise.Latest))
        {
            Report(json, "the times of day are out of order; next_morning comes first, then asked_after, then at_the_latest");
        }

        return promise;
    }

    private void Report(LocatedJson json, string text) => errors.Add(new FileError(json.Line, json.Path, text));
}
