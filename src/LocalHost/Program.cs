using Curbside.Consults;
using Curbside.LocalHost.Clock;
using Curbside.LocalHost.Storage;
using Curbside.People;

namespace Curbside.LocalHost;

public static class Program
{
    private const int CannotStart = 2;

    public static async Task<int> Main(string[] args)
    {
        if (args is ["--help" or "-h"])
        {
            Console.WriteLine(Options.Usage);
            return 0;
        }

        try
        {
            if (args is ["--check", .. var rest])
            {
                return FilesCheck.Run(Options.Parse(rest), Console.Out);
            }

            var options = Options.Parse(args) with { AuthToken = Environment.GetEnvironmentVariable("TWILIO_AUTH_TOKEN") };
            await using var app = await LocalHostApp.StartAsync(options);
            Console.WriteLine(await GreetingAsync(app.Services));
            await app.WaitForShutdownAsync();
            return 0;
        }
        catch (Exception e) when (e is StartException or DataFolderException)
        {
            await Console.Error.WriteLineAsync(e.Message);
            return CannotStart;
        }
    }

    private static async Task<string> GreetingAsync(IServiceProvider services)
    {
        var policy = await services.GetRequiredService<PolicyBook>().CurrentAsync();
        return Greeting.Of(
            services.GetRequiredService<CurbsideOptions>().PolicyUntilPut.Practice.PublicUrl,
            policy.Practice.Name,
            await services.GetRequiredService<PeopleBook>().CurrentAsync(),
            services.GetRequiredService<DataFolder>().Path,
            services.GetService<ManualClock>()?.GetCurrentInstant());
    }
}
