using Azure.Identity;

namespace Curbside.Connect;

/// <summary>
/// Connects a deployed line with Twilio and SendGrid, and says what is still to be done. Running it again changes nothing that is right already.
/// </summary>
/// <remarks>azd runs it: see azure.yaml.</remarks>
internal static class Program
{
    private const string Usage =
        """
        dotnet run --project eng/connect -- [ready | connect | check | roster FILE | policy FILE] [--dry-run]

          ready         before the deployment: is all known that it needs, and can Azure take it?
          connect       after it: puts the secrets into the vault and sets the webhooks of Twilio and SendGrid
          check         with the code in place: does the line answer, and does it believe only Twilio and SendGrid?
          roster FILE   gives the line a roster; one with mistakes is refused as a whole
          policy FILE   gives the line a policy, the same way

          --dry-run     says what it would change, and changes nothing

        azd runs the first three by itself.
        """;

    public static async Task<int> Main(string[] args)
    {
        var dryRun = args.Contains("--dry-run");
        string[] words = [.. args.Where(arg => arg != "--dry-run")];
        var azd = AzdEnvironment.Read(Environment.CurrentDirectory);
        using var http = new HttpClient { Timeout = TimeSpan.FromSeconds(60) };
        var plan = new Plan(
            name => Environment.GetEnvironmentVariable(name) ?? azd.GetValueOrDefault(name),
            new Keyboard(),
            new AzureDeveloperCliCredential(),
            http,
            Hosts.Public,
            new Report(Console.Out, dryRun));
        if (await plan.RunAsync(words.Length == 0 ? ["connect"] : words) is { } exitCode)
        {
            return exitCode;
        }

        await Console.Error.WriteLineAsync(Usage);
        return 2;
    }
}
