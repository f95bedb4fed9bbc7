using Curbside.Connect;

namespace Curbside.Infra.Tests.Connect;

/// <summary>A manager who runs eng/connect against <see cref="Vendors"/>.</summary>
internal sealed class Manager : ISecretPrompt
{
    private readonly Vendors _vendors;
    private readonly Dictionary<string, string> _environment;

    public Manager(Vendors vendors)
    {
        _vendors = vendors;
        _environment = new()
        {
            ["AZURE_SUBSCRIPTION_ID"] = "sub",
            ["AZURE_LOCATION"] = "westus3",
            ["MANAGER_EMAIL"] = "pat@example.org",
            ["EMAIL_FROM"] = "line@example.org",
            ["TWILIO_ACCOUNT_SID"] = "AC1",
            ["TWILIO_MESSAGING_SERVICE_SID"] = "MG1",
            ["CURBSIDE_URL"] = vendors.Url,
            ["CURBSIDE_DOMAIN_CNAME"] = PlatformName.Host,
            ["CURBSIDE_VAULT"] = vendors.Url,
            ["CURBSIDE_APP_ID"] = "/app",
        };
    }

    /// <summary>What is typed in, in turn.</summary>
    public Queue<string> Typed { get; } = new([Vendors.TwilioToken, Vendors.SendGridKey]);

    public string? this[string name]
    {
        set => _environment[name] = value ?? "";
    }

    public string? Ask(string question) => Typed.TryDequeue(out var typed) ? typed : null;

    /// <returns>The exit code, and what was said.</returns>
    public Task<(int? ExitCode, string Said)> RunAsync(string verb, bool dryRun = false) => RunAsync([verb], dryRun);

    public async Task<(int? ExitCode, string Said)> RunAsync(string[] words, bool dryRun = false)
    {
        using var http = new HttpClient(new PlatformName(_vendors.Url));
        using var said = new StringWriter();
        var plan = new Plan(_environment.GetValueOrDefault, this, new StaticCredential(), http, _vendors.Hosts, doing => new Report(said, doing));
        return (await plan.RunAsync(dryRun, words), said.ToString());
    }
}
