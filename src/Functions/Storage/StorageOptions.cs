namespace Curbside.Functions.Storage;

/// <summary>Which storage account keeps the tables: by its address and the app's managed identity in Azure, by a connection string elsewhere.</summary>
public sealed record StorageOptions
{
    /// <summary>Such as <c>https://bayarea.table.core.windows.net</c>. The identity needs the role Storage Table Data Contributor there.</summary>
    public Uri? TableEndpoint { get; init; }

    /// <summary>The client id of a user-assigned identity; null for the app's own.</summary>
    public string? ManagedIdentityClientId { get; init; }

    /// <summary>Such as <c>UseDevelopmentStorage=true</c>. Holds a secret, so not where an identity can be had.</summary>
    public string? ConnectionString { get; init; }

    /// <summary>Letters before the name of every table, where two practices share an account.</summary>
    public string TablePrefix { get; init; } = "";
}
