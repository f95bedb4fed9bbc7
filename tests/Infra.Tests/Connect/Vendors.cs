using System.Text.Json.Nodes;
using Curbside.Connect;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace Curbside.Infra.Tests.Connect;

/// <summary>Azure, Twilio, SendGrid and the line itself on one port of this machine, with the little state of theirs that matters.</summary>
internal sealed class Vendors : IAsyncDisposable
{
    public const string TwilioToken = "twilio's token";
    public const string SendGridKey = "SG.key";
    public const string FunctionKey = "function key";

    private readonly WebApplication _app;

    private Vendors(WebApplication app) => _app = app;

    public Dictionary<string, string> Vault { get; } = [];
    public JsonObject Service { get; } = new() { ["inbound_request_url"] = null, ["use_inbound_webhook_on_number"] = false, ["smart_encoding"] = true };
    public string Number { get; set; } = "+14155550100";
    public string? Registration { get; set; } = "VERIFIED";
    public JsonArray Webhooks { get; } = [];
    public bool DomainIsAuthenticated { get; set; } = true;
    public HashSet<string> Unregistered { get; } = [];
    public string[] Regions { get; set; } = ["West US 3", "East US 2"];

    /// <summary>The roster that the line was given.</summary>
    public string? Roster { get; private set; }

    /// <summary>What the line itself says of its practice.</summary>
    public LoadedLine Line { get; } = new();

    /// <summary>Whether the line asks for signatures.</summary>
    public bool LineBelievesAnybody { get; set; }

    /// <summary>The name under which the line believes nobody.</summary>
    public string? RefusedAt { get; set; }

    /// <summary>Everything but reading, in order: "POST /v1/Services/MG".</summary>
    public List<string> Changes { get; } = [];

    public string Url => _app.Urls.Single();

    public Hosts Hosts => new(new Uri(Url), new Uri(Url), new Uri(Url));

    public static async Task<Vendors> StartAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var vendors = new Vendors(builder.Build());
        vendors.Map(vendors._app);
        await vendors._app.StartAsync();
        return vendors;
    }

    public async ValueTask DisposeAsync()
    {
        await _app.DisposeAsync();
        Line.Dispose();
    }

    private void Map(WebApplication app)
    {
        app.Use((context, next) =>
        {
            var request = context.Request;
            if (request.Method != HttpMethods.Get)
            {
                Changes.Add($"{request.Method} {request.Path}");
            }

            var key = request.Headers.Authorization.ToString();
            var refused = (request.Path.StartsWithSegments("/v1") && !key.StartsWith("Basic ", StringComparison.Ordinal))
                || (request.Path.StartsWithSegments("/v3") && key != $"Bearer {SendGridKey}")
                || (request.Path.StartsWithSegments("/secrets") && key != $"Bearer {StaticCredential.Token}");
            context.Response.StatusCode = refused ? StatusCodes.Status401Unauthorized : StatusCodes.Status200OK;
            return refused ? Task.CompletedTask : next(context);
        });
        MapAzure(app);
        MapTwilio(app);
        MapSendGrid(app);
        MapLine(app);
    }

    private void MapAzure(WebApplication app)
    {
        app.MapGet("/secrets/{name}", (string name) => Vault.TryGetValue(name, out var value) ? Results.Json(new { value }) : Results.NotFound());
        app.MapPut("/secrets/{name}", (string name, JsonObject body) => Vault[name] = body["value"]!.GetValue<string>());
        app.MapPost("/app/restart", () => Results.Ok());
        app.MapPost("/app/host/default/listkeys", () => new { functionKeys = new { @default = FunctionKey } });
        app.MapGet("/subscriptions/{id}/providers/{name}", (string name) => new { registrationState = Unregistered.Contains(name) ? "NotRegistered" : "Registered" });
        app.MapPost("/subscriptions/{id}/providers/{name}/register", (string name) => Unregistered.Remove(name));
        app.MapGet("/subscriptions/{id}/providers/Microsoft.Web/geoRegions", () => new { value = Regions.Select(name => new { name }) });
    }

    private void MapTwilio(WebApplication app)
    {
        app.MapGet("/v1/Services/{sid}", () => Service);
        app.MapPost("/v1/Services/{sid}", (HttpRequest request) =>
        {
            foreach (var (field, value) in request.Form)
            {
                var property = string.Concat(field.Select((letter, i) => char.IsUpper(letter) && i > 0 ? $"_{letter}" : $"{letter}")).ToLowerInvariant();
                Service[property] = bool.TryParse(value, out var flag) ? JsonValue.Create(flag) : JsonValue.Create(value.ToString());
            }

            return Service;
        });
        app.MapGet("/v1/Services/{sid}/PhoneNumbers", () => new { phone_numbers = new[] { new { sid = "PN1", phone_number = Number } } });
        app.MapGet("/v1/Services/{sid}/Compliance/Usa2p", () => new { compliance = Registered(status => new { campaign_status = status }) });
        app.MapGet("/v1/Tollfree/Verifications", () => new { verifications = Registered(status => new { status }) });
    }

    private void MapSendGrid(WebApplication app)
    {
        const string settings = "/v3/user/webhooks/event/settings";
        app.MapGet($"{settings}/all", () => new { webhooks = Webhooks });
        app.MapPost(settings, (JsonObject body) =>
        {
            body["id"] = $"w{Webhooks.Count}";
            Webhooks.Add(body);
            return body;
        });
        app.MapPatch($"{settings}/{{id}}", (string id, JsonObject body) =>
        {
            var webhook = Webhook(id);
            foreach (var (name, value) in body)
            {
                webhook[name] = value?.DeepClone();
            }

            return webhook;
        });
        app.MapPatch($"{settings}/signed/{{id}}", (string id) =>
        {
            Webhook(id)["public_key"] = "the public key";
            return new { id, public_key = "the public key" };
        });
        app.MapGet("/v3/whitelabel/domains", () => new[] { new { valid = DomainIsAuthenticated } });
        app.MapGet("/v3/verified_senders", () => new { results = Array.Empty<string>() });
    }

    private void MapLine(WebApplication app)
    {
        app.MapGet("/healthz", () => Results.Ok());
        app.MapPost("/email/events", () => Results.StatusCode(LineBelievesAnybody ? 204 : 403));
        app.MapGet("/manage/preflight", context => context.Request.Headers["x-functions-key"] == FunctionKey
            ? Line.GetPreflightAsync(context)
            : Results.Unauthorized().ExecuteAsync(context));
        app.MapPut("/manage/roster", async (HttpRequest request) =>
        {
            using var reader = new StreamReader(request.Body);
            var roster = await reader.ReadToEndAsync();
            if (request.Headers["x-functions-key"] != FunctionKey || !roster.StartsWith("name", StringComparison.Ordinal))
            {
                return Results.Text("line 1: no name", statusCode: 400);
            }

            Roster = roster;
            return Results.Ok();
        });
        app.MapPost("/sms/{what}", (HttpRequest request) =>
        {
            var url = $"{(request.Host.Host == PlatformName.Host ? $"https://{PlatformName.Host}" : Url)}{request.Path}";
            var signed = Sending.TwilioSignature.IsValid(TwilioToken, url, Enumerable.Empty<string>().ToLookup(_ => ""), request.Headers["X-Twilio-Signature"]);
            return Results.StatusCode((signed && request.Host.Host != RefusedAt) || LineBelievesAnybody ? 400 : 403);
        });
    }

    private IEnumerable<T> Registered<T>(Func<string, T> make) => Registration is null ? [] : [make(Registration)];

    private JsonObject Webhook(string id) => (JsonObject)Webhooks.Single(webhook => webhook!["id"]!.GetValue<string>() == id)!;
}
