using Curbside.Consults;
using Microsoft.DurableTask.Client;

namespace Curbside.Functions.Orchestrations;

/// <summary>
/// The function that runs now, as far as orchestrations are concerned. The host hands a client to functions and not to services, so what a use case does on
/// a function's behalf finds it here.
/// </summary>
/// <param name="Client">Null in a function that was given none.</param>
/// <param name="Advancing">The consult whose own orchestration waits for this activity, and needs no hint: the result tells it.</param>
internal sealed record DurableInvocation(DurableTaskClient? Client, ConsultId? Advancing)
{
    private static readonly AsyncLocal<DurableInvocation?> Ambient = new();

    public static DurableInvocation? Current => Ambient.Value;

    /// <summary>Dispose what is returned when the function ends.</summary>
    public static IDisposable Begin(DurableTaskClient? client, ConsultId? advancing = null)
    {
        Ambient.Value = new DurableInvocation(client, advancing);
        return new End();
    }

    private sealed class End : IDisposable
    {
        public void Dispose() => Ambient.Value = null;
    }
}
