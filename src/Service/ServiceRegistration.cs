using Curbside.Consults;
using Curbside.Links;
using Curbside.People;
using Curbside.Phones;
using Curbside.Preflight;
using Curbside.Sending;
using Curbside.Storage;
using Curbside.Timekeeping;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using NodaTime;

namespace Curbside;

/// <summary>How long an instance trusts what it read of roster, policy and calendars where another instance may have changed them.</summary>
/// <param name="PolicyUntilPut">The policy that holds until the practice has put one of its own.</param>
public sealed record CurbsideOptions(Duration TrustFor, Policy PolicyUntilPut);

/// <summary>Wires the use cases to the ports of a host.</summary>
public static class ServiceRegistration
{
    /// <summary>
    /// The host registers <see cref="IStore"/>, <see cref="IClock"/>, <see cref="ITextSender"/>, <see cref="IMailSender"/>, <see cref="ITimekeeper"/>,
    /// <see cref="LinkKey"/> and <see cref="CurbsideOptions"/>.
    /// </summary>
    public static IServiceCollection AddCurbside(this IServiceCollection services) => services
        .AddSingleton<InHand>()
        .AddSingleton(found => new PeopleBook(found.Get<IStore>(), found.Get<IClock>(), found.Get<CurbsideOptions>().TrustFor))
        .AddSingleton(found => new PolicyBook(
            found.Get<IStore>(), found.Get<IClock>(), found.Get<CurbsideOptions>().TrustFor, found.Get<CurbsideOptions>().PolicyUntilPut))
        .AddSingleton(found => new SlotBook(found.Get<IStore>(), found.Get<IClock>(), found.Get<CurbsideOptions>().TrustFor))
        .AddSingleton<PreflightBook>()
        .AddSingleton<LinkBook>()
        .AddSingleton<Courier>()
        .AddSingleton<PhoneLine>()
        .AddSingleton<ConsultDesk>()
        .AddSingleton(found => new Inbox(found.Get<ConsultDesk>().Phones))
        .AddSingleton(found => new Requests(found.Get<IStore>(), found.Get<IClock>(), found.Get<ConsultDesk>()))
        .AddSingleton(found => new ConsultAccess(found.Get<ConsultDesk>(), found.Get<PeopleBook>(), found.Get<LinkBook>()))
        .AddSingleton(found => new Sweep(
            found.Get<IStore>(),
            found.Get<IClock>(),
            found.Get<ConsultDesk>(),
            found.Get<PhoneLine>(),
            found.Get<SlotBook>(),
            found.Get<LinkBook>(),
            found.Get<PeopleBook>(),
            found.GetService<ILogger<Sweep>>() ?? NullLogger<Sweep>.Instance));

    private static T Get<T>(this IServiceProvider services)
        where T : notnull => services.GetRequiredService<T>();
}
