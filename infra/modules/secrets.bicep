// The vault for what must stay secret: the keys of Twilio and SendGrid, and the key that makes links unguessable.
// It is made empty. eng/connect puts the secrets in, so that none of them passes through a deployment, its history or a pipeline.

@description('Name of the vault: at most 24 letters, digits and hyphens, unique in all of Azure.')
@minLength(3)
@maxLength(24)
param name string

@description('Region.')
param location string

@description('Tags of every resource.')
param tags object

@description('Days in which a deleted secret, or the deleted vault, can be brought back. It cannot be changed later.')
@minValue(7)
@maxValue(90)
param keepDeletedDays int

@description('The workspace that keeps the log of who read or changed a secret.')
param workspaceId string

resource vault 'Microsoft.KeyVault/vaults@2026-05-15' = {
  name: name
  location: location
  tags: tags
  properties: {
    tenantId: tenant().tenantId
    sku: {
      family: 'A'
      name: 'standard'
    }
    enablePurgeProtection: true
    enableRbacAuthorization: true
    enableSoftDelete: true
    enabledForDeployment: false
    enabledForDiskEncryption: false
    enabledForTemplateDeployment: false
    softDeleteRetentionInDays: keepDeletedDays
    // References from the app are resolved by the platform outside any network of ours, and the manager puts secrets in from a desk.
    publicNetworkAccess: 'Enabled'
    networkAcls: {
      bypass: 'AzureServices'
      defaultAction: 'Allow'
    }
  }
}

// The only version of this type that has both the workspace and the newer categories.
#disable-next-line use-recent-api-versions
resource access 'Microsoft.Insights/diagnosticSettings@2021-05-01-preview' = {
  scope: vault
  name: 'access'
  properties: {
    workspaceId: workspaceId
    logs: [
      { category: 'AuditEvent', enabled: true }
    ]
  }
}

@description('Name of the vault.')
output name string = vault.name

@description('Resource id of the vault.')
output id string = vault.id

@description('Address of the vault.')
output uri string = vault.properties.vaultUri
