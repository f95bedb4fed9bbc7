using System.Text.Json;
using Curbside.Infra.Tests.Compiler;

namespace Curbside.Infra.Tests;

/// <summary>What is shut, and stays shut: read from what Azure would be asked for.</summary>
public sealed class Nothing_is_open
{
    [Theory]
    [InlineData("Microsoft.Storage/storageAccounts", "allowSharedKeyAccess", "False")]
    [InlineData("Microsoft.Storage/storageAccounts", "allowBlobPublicAccess", "False")]
    [InlineData("Microsoft.Storage/storageAccounts", "allowCrossTenantReplication", "False")]
    [InlineData("Microsoft.Storage/storageAccounts", "supportsHttpsTrafficOnly", "True")]
    [InlineData("Microsoft.Storage/storageAccounts", "minimumTlsVersion", "TLS1_2")]
    [InlineData("Microsoft.Storage/storageAccounts/blobServices", "isVersioningEnabled", "True")]
    [InlineData("Microsoft.Storage/storageAccounts/blobServices", "deleteRetentionPolicy.enabled", "True")]
    [InlineData("Microsoft.Storage/storageAccounts/blobServices", "containerDeleteRetentionPolicy.enabled", "True")]
    [InlineData("Microsoft.Storage/storageAccounts/blobServices/containers", "publicAccess", "None")]
    [InlineData("Microsoft.KeyVault/vaults", "enablePurgeProtection", "True")]
    [InlineData("Microsoft.KeyVault/vaults", "enableSoftDelete", "True")]
    [InlineData("Microsoft.KeyVault/vaults", "enableRbacAuthorization", "True")]
    [InlineData("Microsoft.KeyVault/vaults", "enabledForTemplateDeployment", "False")]
    [InlineData("Microsoft.Web/sites", "httpsOnly", "True")]
    [InlineData("Microsoft.Web/sites", "siteConfig.minTlsVersion", "1.2")]
    [InlineData("Microsoft.Web/sites", "siteConfig.scmMinTlsVersion", "1.2")]
    [InlineData("Microsoft.Web/sites/basicPublishingCredentialsPolicies", "allow", "False")]
    [InlineData("Microsoft.Insights/components", "DisableLocalAuth", "True")]
    [InlineData("Microsoft.Insights/components", "DisableIpMasking", "False")]
    [InlineData("Microsoft.OperationalInsights/workspaces", "features.disableLocalAuth", "True")]
    [InlineData("Microsoft.OperationalInsights/workspaces", "workspaceCapping.dailyQuotaGb", "0.5")]
    [InlineData("Microsoft.Authorization/locks", "level", "CanNotDelete")]
    public async Task Every(string type, string property, string value)
    {
        var found = Resource.In(await Practice.DefaultAsync(), type);
        Assert.NotEmpty(found);
        Assert.All(found, resource => Assert.Equal(value, At(resource.Properties, property).ToString()));
    }

    /// <summary>The plan has no FTP server, and takes no setting for one; that leaves publishing with a password.</summary>
    [Fact]
    public async Task Neither_way_of_publishing_with_a_password_is_left()
    {
        var policies = Resource.In(await Practice.DefaultAsync(), "Microsoft.Web/sites/basicPublishingCredentialsPolicies");
        Assert.Equal(["ftp", "scm"], policies.Select(policy => policy.Name.Split('/')[^1]).Order());
    }

    [Fact]
    public async Task Who_reads_a_secret_and_who_deletes_a_row_is_logged()
    {
        var logs = Resource.In(await Practice.DefaultAsync(), "Microsoft.Insights/diagnosticSettings")
            .SelectMany(setting => setting.Properties.GetProperty("logs").EnumerateArray())
            .Where(log => log.GetProperty("enabled").GetBoolean())
            .Select(log => log.GetProperty("category").GetString());
        Assert.Equal(["AuditEvent", "StorageDelete"], logs.Order());
    }

    private static JsonElement At(JsonElement json, string path) => path.Split('.').Aggregate(json, (inner, name) => inner.GetProperty(name));
}
