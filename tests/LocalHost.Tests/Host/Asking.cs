using Curbside.Consults;
using Curbside.People;

namespace Curbside.LocalHost.Host;

/// <summary>Requests as a known browser sends them, for tests that are about what follows.</summary>
internal static class Asking
{
    /// <summary>Maya asks a CA medication question, today.</summary>
    /// <param name="name">Another name is another request.</param>
    public static async Task<ConsultId> MayaAsksAsync(this RunningHost host, string name = "first")
    {
        var id = ConsultId.From(name);
        var request = new Request
        {
            Asker = PersonId.Of(PhoneNumber.Parse(RunningHost.Maya)),
            Kind = Kind.Medication,
            Urgency = Urgency.Today,
            ClientState = UsState.Parse("CA"),
        };
        await host.Get<Requests>().AskAsync(id, request, "Which one first?");
        return id;
    }
}
