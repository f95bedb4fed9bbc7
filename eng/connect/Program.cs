using Azure.Identity;

namespace Curbside.Connect;

/// <summary>
/// Connects a deployed line with Twilio and SendGrid, and says what is still to be done. Running it again changes nothing that is right already.
/// </summary>
/// <remarks>azd runs it, with the values of the deployment in the environment: see azure.yaml.</remarks>
internal static class Program
{
    private const string Usage =
        """
        dotnet run --project eng/connect -- [ready | connect | check] [--dry-run]

          ready     before the deployment: is all known that it needs, and can Azure take it?
          connect   after it: puts the secrets into the vault and sets the webhooks of Twilio and SendGrid
          check     with the code in place: does the line answer, and does it believe only Twilio and SendGrid?

          --dry-run   says what it would change, and changes nothing

        azd runs them by itself. By hand: azd env get-values gives what they read from the environment.
        """;

    public static async Task<int> Main(string[] args)
    {
        var dryRun = args.Contains("--dry-run");
        var verbs = args.Where(arg => arg != "--dry-run").ToList();
        if (verbs.Count > 1 || !Plan.Verbs.Contains(verbs.FirstOrDefault() ?? "connect"))
        {
            await Console.Error.WriteLineAsync(Usage);
            return 2;
        }

        using var http = new HttpClient { Timeout = TimeSpan.FromSeconds(60) };
        var plan = new Plan(
            Environment.GetEnvironmentVariable, new Keyboard(), new AzureDeveloperCliCredential(), http, Hosts.Public, new Report(Console.Out, dryRun));
        return await plan.RunAsync(verbs.FirstOrDefault() ?? "connect");
    }
}
