using Curbside.Infra.Tests.Compiler;

namespace Curbside.Infra.Tests;

/// <summary>What Azure would be asked for, evaluated by the compiler for a whole practice.</summary>
public sealed class A_practice_deploys
{
    [Fact]
    public async Task Everything_is_in_one_resource_group_and_one_region()
    {
        var resources = Resource.In(await Practice.DefaultAsync());
        Assert.True(resources.Count > 25, $"{resources.Count} resources");
        var elsewhere = resources.Where(resource => resource.Json.TryGetProperty("location", out var location)
            && location.GetString() is not ("westus3" or "global"));
        Assert.Empty(elsewhere);
        Assert.Equal(["rg-practice"], resources.Where(resource => resource.Type == "Microsoft.Resources/resourceGroups").Select(resource => resource.Name));
    }

    [Fact]
    public async Task The_app_runs_dotnet_10_isolated_on_Flex_Consumption()
    {
        var practice = await Practice.DefaultAsync();
        var plan = Assert.Single(Resource.In(practice, "Microsoft.Web/serverfarms"));
        Assert.Equal("FlexConsumption", plan.Json.GetProperty("sku").GetProperty("tier").GetString());
        var runtime = Assert.Single(Resource.In(practice, "Microsoft.Web/sites")).Properties.GetProperty("functionAppConfig").GetProperty("runtime");
        Assert.Equal(("dotnet-isolated", "10.0"), (runtime.GetProperty("name").GetString(), runtime.GetProperty("version").GetString()));
    }

    [Fact]
    public async Task Its_package_is_read_with_the_identity()
    {
        var app = Assert.Single(Resource.In(await Practice.DefaultAsync(), "Microsoft.Web/sites"));
        var storage = app.Properties.GetProperty("functionAppConfig").GetProperty("deployment").GetProperty("storage");
        Assert.Equal("blobContainer", storage.GetProperty("type").GetString());
        Assert.Equal("UserAssignedIdentity", storage.GetProperty("authentication").GetProperty("type").GetString());
    }

    [Fact]
    public async Task Costly_options_are_off()
    {
        var types = Resource.In(await Practice.DefaultAsync()).Select(resource => resource.Type).ToList();
        Assert.DoesNotContain(types, type => type.StartsWith("Microsoft.Network/", StringComparison.Ordinal));
        Assert.DoesNotContain(types, type => type.StartsWith("Microsoft.DurableTask/", StringComparison.Ordinal));
        Assert.DoesNotContain("Microsoft.Web/sites/hostNameBindings", types);
    }

    [Fact]
    public async Task A_private_network_shuts_the_storage_and_opens_an_endpoint_for_each_service()
    {
        var practice = await Practice.WithAsync(("privateNetwork", "true"));
        Assert.All(Resource.In(practice, "Microsoft.Storage/storageAccounts"), account =>
            Assert.Equal("Disabled", account.Properties.GetProperty("publicNetworkAccess").GetString()));
        var endpoints = Resource.In(practice, "Microsoft.Network/privateEndpoints").Select(endpoint => endpoint.Name);
        Assert.Equal(["curbside-data-table", "curbside-host-blob", "curbside-host-queue", "curbside-host-table"], endpoints.Order());
        Assert.Equal(3, Resource.In(practice, "Microsoft.Network/privateDnsZones").Count);
        Assert.NotEqual("null", Assert.Single(Resource.In(practice, "Microsoft.Web/sites")).Properties.GetProperty("virtualNetworkSubnetId").ToString());
    }

    [Fact]
    public async Task The_Durable_Task_Scheduler_comes_with_its_role()
    {
        var practice = await Practice.WithAsync(("durableTaskScheduler", "true"));
        Assert.Single(Resource.In(practice, "Microsoft.DurableTask/schedulers"));
        Assert.Single(Resource.In(practice, "Microsoft.DurableTask/schedulers/taskHubs"));
        Assert.Contains(Resource.In(practice, "Microsoft.Authorization/roleAssignments"), role => role.Name.Contains("Microsoft.DurableTask", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_new_domain_is_proven_before_it_gets_its_certificate()
    {
        var practice = await Practice.WithAsync(("domainReady", "true"));
        Assert.Equal(2, Resource.In(practice, "Microsoft.Web/sites/hostNameBindings").Count);
        var certificate = Assert.Single(Resource.In(practice, "Microsoft.Web/sites/certificates"));
        Assert.Equal("line.example.org", certificate.Properties.GetProperty("canonicalName").GetString());
    }

    /// <summary>Binding it without the certificate again would break every link for a moment.</summary>
    [Fact]
    public async Task A_domain_that_has_its_certificate_keeps_it()
    {
        var practice = await Practice.WithAsync(("domainReady", "true"), ("securedDomain", "'line.example.org'"));
        var binding = Assert.Single(Resource.In(practice, "Microsoft.Web/sites/hostNameBindings"));
        Assert.Contains("certificates", binding.Properties.GetProperty("thumbprint").ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_budget_keeps_the_month_in_which_it_began()
    {
        var budget = Assert.Single(Resource.In(await Practice.WithAsync(("budgetStart", "'2026-01-01'")), "Microsoft.Consumption/budgets"));
        Assert.Equal("2026-01-01", budget.Properties.GetProperty("timePeriod").GetProperty("startDate").GetString());
    }

    [Theory]
    [InlineData("location", "'westeurope'")]
    [InlineData("location", "'westus'")]
    [InlineData("twilioAccountSid", "'AC123'")]
    [InlineData("domain", "'line.a-practice-with-a-long-name.org'")]
    [InlineData("managerEmail", "''")]
    [InlineData("monthlyBudget", "0")]
    [InlineData("environmentName", "'a-name-much-longer-than-it-may-be'")]
    [InlineData("twilioAuthToken", "'a secret that has no place here'")]
    public async Task A_wrong_parameter_stops_it_before_anything_is_made(string name, string value)
    {
        var practice = await Practice.WithAsync((name, value));
        Assert.Null(practice.Json);
        Assert.NotEmpty(practice.Said);
    }
}
