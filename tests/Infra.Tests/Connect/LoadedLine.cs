using Curbside.Consults;
using Curbside.People;
using Curbside.Preflight;
using Curbside.Storage;
using Curbside.Web;
using Microsoft.AspNetCore.Http;
using NodaTime;

namespace Curbside.Infra.Tests.Connect;

/// <summary>What a line says of the roster and policy that it was given: the real answer, over rows in memory.</summary>
internal sealed class LoadedLine : IDisposable
{
    private readonly PeopleBook _people;
    private readonly PolicyBook _policies;
    private readonly Management _management;

    public LoadedLine()
    {
        var store = new MemoryStore();
        _people = new PeopleBook(store, SystemClock.Instance, Duration.Zero);
        _policies = new PolicyBook(store, SystemClock.Instance, Duration.Zero, PolicyFile.Default);
        _management = new Management(_people, _policies, new PreflightBook(_people, _policies, SystemClock.Instance));
    }

    /// <summary>A practice that lacks nothing.</summary>
    /// <param name="rows">People beyond those few, as rows of the roster file.</param>
    public async Task LoadAsync(string publicUrl, params string[] rows)
    {
        await _policies.PutAsync($$"""
            {
              "practice": {
                "sender_name": "Bayside", "name": "Bayside Counseling", "public_url": "{{publicUrl}}", "texting_number": "+14152345673",
                "backup_line": "+14152345670", "assistance_line": "+14152345671", "office_line": "+14152345672"
              }
            }
            """);
        string[] file =
        [
            RosterFile.Header,
            "Maya Lee,LPC,+14152345101,,clinician,counselor,CA,,America/Los_Angeles,,,,,,no,no,no,no,2025-12-01,form",
            "Rosa Delgado,MD,+14152345102,,consultant;supervisor,psychiatrist,CA,,America/Los_Angeles,Mon-Sun 00:00-24:00,,,,,yes,yes,yes,yes,2025-12-01,form",
            "Dana Fox,,+14152345103,,manager,other,,,America/Los_Angeles,,,,,,no,yes,no,no,2025-12-01,form",
            .. rows,
        ];
        await _people.ImportAsync(((RosterReading.Accepted)RosterFile.Read(string.Join('\n', file))).People);
    }

    public void Dispose()
    {
        _people.Dispose();
        _policies.Dispose();
    }

    public Task GetPreflightAsync(HttpContext context) => _management.GetPreflightAsync(context);
}
