using NodaTime;

namespace Curbside.Conversations;

/// <summary>A text as it lies on a phone.</summary>
/// <param name="Key">The outbox key; null for what came from elsewhere.</param>
public sealed record Heard(string? Key, string Body);

/// <summary>A mail as it lies in a mailbox.</summary>
public sealed record Received(string Subject, string Text, IReadOnlyList<string> Attachments);

/// <summary>A consult as the practice's list shows it.</summary>
public sealed record Listed(string Id, string Kind, string State, string Clinician, string? Consultant, Instant? StartsAt, Instant? PromiseAt, int Wave);

/// <summary>Where stories happen: a host with simulated phones and mailboxes and a clock that is advanced by hand.</summary>
public abstract class World : IAsyncDisposable
{
    public abstract Instant Now { get; }

    /// <summary>A phone texts in, through the carrier's webhook.</summary>
    /// <returns>What goes back to the phone in the webhook's answer.</returns>
    public abstract Task<IReadOnlyList<string>> TextAsync(string from, string messageSid, string body, string? optOutType);

    /// <summary>A phone sends a picture and no words.</summary>
    public abstract Task SendPictureAsync(string from, string messageSid);

    /// <summary>The request form is submitted from a browser that nobody knows.</summary>
    /// <returns>The consult's id.</returns>
    public abstract Task<string> SubmitAsync(IReadOnlyCollection<KeyValuePair<string, string>> fields);

    /// <summary>A person presses a button on the page behind the last link that was texted to them.</summary>
    /// <param name="action"><c>step-out</c>, <c>withdraw</c> or <c>other-time</c>.</param>
    /// <returns>Whether the link still opened anything.</returns>
    public abstract Task<bool> PageAsync(string phone, string action);

    /// <summary>On the page behind the last link that was texted to them, a person checks whom they would rather not be brought together with.</summary>
    public abstract Task KeepApartAsync(string phone, IReadOnlyCollection<string> names);

    /// <summary>Everything that was sent to a phone, oldest first.</summary>
    public abstract Task<IReadOnlyList<Heard>> ThreadAsync(string phone);

    public abstract Task<IReadOnlyList<Received>> MailboxAsync(string address);

    /// <summary>From now on the carrier cannot, or can again, deliver to this phone.</summary>
    public abstract Task SetReachableAsync(string phone, bool reachable);

    /// <summary>Lets time pass; whatever falls due on the way is handled in order.</summary>
    public abstract Task AdvanceAsync(Duration by);

    public abstract Task<IReadOnlyList<Listed>> ConsultsAsync();

    /// <summary>The program ends at once, without a farewell, and is started again on the same data.</summary>
    public abstract Task RestartAsync();

    public abstract ValueTask DisposeAsync();
}
