using Curbside.Consults;
using Curbside.People;
using NodaTime;

namespace Curbside.Conversations;

/// <summary>Which world the stories of this project happen in.</summary>
internal static class Worlds
{
    public static async Task<World> OpenAsync(Instant start, Policy policy, IReadOnlyCollection<Person> roster) =>
        await ServiceWorld.OpenAsync(start, policy, roster);
}
