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
        dotnet run --project eng/connect -- ready | connect | preflight | roster FILE | policy FILE [--dry-run]

          ready         before the deployment: is all known that it needs, and can Azure take it?
          connect       after it: puts the secrets into the vault and sets the webhooks of Twilio and SendGrid
          preflight     with the code in place: all that is still missing before the first consult; changes nothing
          roster FILE   gives the line a roster; one with mistakes is refused as a whole
          policy FILE   gives the line a policy, the same way

          --dry-run     says what it would change, and changes nothing

        azd runs the first three by itself. Each ends with 0 when nothing is left to do.
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
            doing => new Report(Console.Out, doing));
        if (await plan.RunAsync(dryRun, words) is { } exitCode)
        {
            return exitCode;
        }

        var asked = words is ["--help" or "-h"];
        await (asked ? Console.Out : Console.Error).WriteLineAsync(Usage);
        return asked ? 0 : 2;
    }
}
