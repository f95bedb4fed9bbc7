using System.Text.Json;
using Curbside.Infra.Tests.Compiler;

namespace Curbside.Infra.Tests;

/// <summary>Who may do what, and on what. The ids are those of https://learn.microsoft.com/azure/role-based-access-control/built-in-roles.</summary>
public sealed class Roles_are_the_least
{
    private static readonly Dictionary<string, string> BuiltIn = new()
    {
        ["0a9a7e1f-b9d0-4cc4-a60d-0319b160aaa3"] = "Storage Table Data Contributor",
        ["b7e6dc6d-f1e8-4753-8033-0f276bb0955b"] = "Storage Blob Data Owner",
        ["974c5e8b-45b9-4653-ba55-5f855dd0fb88"] = "Storage Queue Data Contributor",
        ["4633458b-17de-408a-b874-0445c86b69e6"] = "Key Vault Secrets User",
        ["b86a8fe4-44ce-4948-aee5-eccb2c155cd7"] = "Key Vault Secrets Officer",
        ["3913510d-42f4-4e42-8a64-420c390055eb"] = "Monitoring Metrics Publisher",
        ["0ad04412-c4d5-4796-b79c-f76d14c8d402"] = "Durable Task Data Contributor",
    };

    [Fact]
    public async Task Each_is_given_to_one_identity_on_one_resource()
    {
        var given = (await AssignmentsAsync()).Select(role => $"{role.Who} is {role.Role} on {role.Scope}").Order(StringComparer.Ordinal);
        Assert.Equal(
            [
                "app is Durable Task Data Contributor on scheduler",
                "app is Key Vault Secrets User on vault",
                "app is Monitoring Metrics Publisher on insights",
                "app is Storage Blob Data Owner on hostAccount",
                "app is Storage Queue Data Contributor on hostAccount",
                "app is Storage Table Data Contributor on dataAccount",
                "app is Storage Table Data Contributor on hostAccount",
                "manager is Key Vault Secrets Officer on vault",
            ],
            given);
    }

    [Fact]
    public async Task Each_says_what_it_is_for() =>
        Assert.All(await AssignmentsAsync(), role => Assert.EndsWith(".", role.Description, StringComparison.Ordinal));

    [Fact]
    public async Task They_are_given_in_one_place()
    {
        var places = (await Template.AllAsync())
            .Where(template => template.Resources.Any(resource => resource.Json.GetProperty("type").GetString() == "Microsoft.Authorization/roleAssignments"))
            .Select(template => template.Name);
        Assert.Equal(["roles"], places);
    }

    private sealed record Assignment(string Who, string Role, string Scope, string Description);

    private static async Task<IReadOnlyList<Assignment>> AssignmentsAsync()
    {
        var roles = (await Template.AllAsync()).Single(template => template.Name == "roles");
        var ids = roles.Json.GetProperty("variables").GetProperty("role");
        return [.. roles.Resources.Select(resource => Read(resource.Json, ids))];
    }

    private static Assignment Read(JsonElement json, JsonElement ids)
    {
        var properties = json.GetProperty("properties");
        var definition = properties.GetProperty("roleDefinitionId").GetString()!;
        var id = ids.EnumerateObject().Single(role => definition.Contains($"variables('role').{role.Name})", StringComparison.Ordinal)).Value.GetString()!;
        var who = properties.GetProperty("principalId").GetString()! switch
        {
            "[parameters('appPrincipalId')]" => "app",
            "[parameters('managerPrincipalId')]" => "manager",
            var other => other,
        };
        return new Assignment(who, BuiltIn[id], ScopeOf(json.GetProperty("scope").GetString()!), properties.GetProperty("description").GetString()!);
    }

    /// <summary>A resource, by the parameter that names it; never the resource group or the subscription.</summary>
    private static string ScopeOf(string scope)
    {
        var name = scope.Split("parameters('")[^1].Split('\'')[0];
        return name.EndsWith("Name", StringComparison.Ordinal) ? name[..^4] : scope;
    }
}
