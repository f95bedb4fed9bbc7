namespace Curbside.Connect.Azure;

/// <summary>Whether a subscription can take the deployment, found out before it makes half of it.</summary>
internal sealed class Subscription(AzureApi azure, Report report)
{
    private static readonly IReadOnlyList<string> Providers =
    [
        "Microsoft.Authorization", "Microsoft.Consumption", "Microsoft.Insights", "Microsoft.KeyVault", "Microsoft.ManagedIdentity",
        "Microsoft.OperationalInsights", "Microsoft.Storage", "Microsoft.Web",
    ];

    /// <param name="region">Short name, such as westus3.</param>
    public async Task CheckAsync(string subscription, string region, bool privateNetwork)
    {
        var path = $"subscriptions/{subscription}";
        foreach (var provider in privateNetwork ? [.. Providers, "Microsoft.App", "Microsoft.Network"] : Providers)
        {
            await RegisterAsync(path, provider);
        }

        var offered = (await azure.GetAsync($"{path}/providers/Microsoft.Web/geoRegions?sku=FlexConsumption&api-version=2024-11-01"))["value"]!.AsArray()
            .Select(found => found!["name"]!.GetValue<string>().Replace(" ", "", StringComparison.Ordinal).ToLowerInvariant())
            .Order().ToList();
        if (offered.Contains(region))
        {
            report.Well($"{region} offers Flex Consumption");
        }
        else
        {
            report.ToDo($"{region} does not offer Flex Consumption to this subscription. Choose one of these: {string.Join(", ", offered)}.");
        }
    }

    private async Task RegisterAsync(string path, string provider)
    {
        var state = (await azure.GetAsync($"{path}/providers/{provider}?api-version=2021-04-01"))["registrationState"]!.GetValue<string>();
        if (state == "Registered")
        {
            return;
        }

        await report.ChangeAsync(
            $"the subscription knows {provider}, in a minute or two", () => azure.PostAsync($"{path}/providers/{provider}/register?api-version=2021-04-01"));
    }
}
