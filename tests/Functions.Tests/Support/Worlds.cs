using Curbside.Consults;
using Curbside.Functions.Support;
using Curbside.People;
using NodaTime;

namespace Curbside.Conversations;

/// <summary>The stories of this project happen in the Azure host.</summary>
internal static class Worlds
{
    public static async Task<World> OpenAsync(Instant start, Policy policy, IReadOnlyCollection<Person> roster) =>
        await FunctionsWorld.OpenAsync(start, policy, roster);
}
