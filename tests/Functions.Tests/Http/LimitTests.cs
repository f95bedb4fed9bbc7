using System.Net;
using Curbside.Consults;
using Curbside.Functions.Support;
using NodaTime;

namespace Curbside.Functions.Http;

public sealed class LimitTests
{
    [Fact]
    public async Task One_sender_cannot_send_forms_without_end_and_texts_still_come_in()
    {
        await using var world = await FunctionsWorld.OpenAsync(Instant.FromUtc(2026, 1, 5, 21, 0), PolicyFile.Default, []);
        var answers = new List<HttpStatusCode>();
        for (var sent = 0; sent < 250 && answers.LastOrDefault() != HttpStatusCode.TooManyRequests; sent++)
        {
            using var response = await world.Browser.PostAsync("/screen", new FormUrlEncodedContent([new("question", "no names here")]));
            answers.Add(response.StatusCode);
        }

        Assert.Equal(HttpStatusCode.TooManyRequests, answers[^1]);
        Assert.DoesNotContain(HttpStatusCode.TooManyRequests, answers.Take(100));
        Assert.NotEmpty(await world.TextAsync("+14155550199", "SM1", "ASK", null));
    }
}
