// Who may do what. Nobody has a key; everything goes by these roles, each as narrow as what it is for.
// The ids are those of https://learn.microsoft.com/azure/role-based-access-control/built-in-roles

@description('Object id of the app\'s identity.')
param appPrincipalId string

@description('Object id of who puts the secrets into the vault: whoever deploys.')
param managerPrincipalId string

@description('The account with the practice\'s tables.')
param dataAccountName string

@description('The account that the Functions runtime works with.')
param hostAccountName string

@description('The vault.')
param vaultName string

@description('Application Insights.')
param insightsName string

@description('The Durable Task Scheduler. Empty: orchestrations are kept in the host\'s storage account.')
param schedulerName string

var role = {
  storageTableDataContributor: '0a9a7e1f-b9d0-4cc4-a60d-0319b160aaa3'
  storageBlobDataOwner: 'b7e6dc6d-f1e8-4753-8033-0f276bb0955b'
  storageQueueDataContributor: '974c5e8b-45b9-4653-ba55-5f855dd0fb88'
  keyVaultSecretsUser: '4633458b-17de-408a-b874-0445c86b69e6'
  keyVaultSecretsOfficer: 'b86a8fe4-44ce-4948-aee5-eccb2c155cd7'
  monitoringMetricsPublisher: '3913510d-42f4-4e42-8a64-420c390055eb'
  durableTaskDataContributor: '0ad04412-c4d5-4796-b79c-f76d14c8d402'
}

resource dataAccount 'Microsoft.Storage/storageAccounts@2026-09-01' existing = {
  name: dataAccountName
}

resource hostAccount 'Microsoft.Storage/storageAccounts@2026-09-01' existing = {
  name: hostAccountName
}

resource vault 'Microsoft.KeyVault/vaults@2026-05-15' existing = {
  name: vaultName
}

resource insights 'Microsoft.Insights/components@2020-02-02' existing = {
  name: insightsName
}

resource scheduler 'Microsoft.DurableTask/schedulers@2026-02-01' existing = if (!empty(schedulerName)) {
  name: schedulerName
}

@description('Consults, phones, people, slots, links: the app reads and writes the tables, and cannot touch the account.')
resource practiceTables 'Microsoft.Authorization/roleAssignments@2022-04-01' = {
  scope: dataAccount
  name: guid(dataAccount.id, appPrincipalId, role.storageTableDataContributor)
  properties: {
    principalId: appPrincipalId
    principalType: 'ServicePrincipal'
    roleDefinitionId: subscriptionResourceId(
      'Microsoft.Authorization/roleDefinitions',
      role.storageTableDataContributor
    )
    description: 'The app keeps the practice\'s tables.'
  }
}

@description('The Functions runtime asks for ownership of blobs: it takes leases for timers and orchestrations, and reads its own package.')
resource hostBlobs 'Microsoft.Authorization/roleAssignments@2022-04-01' = {
  scope: hostAccount
  name: guid(hostAccount.id, appPrincipalId, role.storageBlobDataOwner)
  properties: {
    principalId: appPrincipalId
    principalType: 'ServicePrincipal'
    roleDefinitionId: subscriptionResourceId('Microsoft.Authorization/roleDefinitions', role.storageBlobDataOwner)
    description: 'The Functions runtime keeps leases, keys and its package.'
  }
}

@description('Orchestrations send themselves messages through queues.')
resource hostQueues 'Microsoft.Authorization/roleAssignments@2022-04-01' = {
  scope: hostAccount
  name: guid(hostAccount.id, appPrincipalId, role.storageQueueDataContributor)
  properties: {
    principalId: appPrincipalId
    principalType: 'ServicePrincipal'
    roleDefinitionId: subscriptionResourceId(
      'Microsoft.Authorization/roleDefinitions',
      role.storageQueueDataContributor
    )
    description: 'Orchestrations send themselves messages.'
  }
}

@description('Orchestrations keep their history in tables.')
resource hostTables 'Microsoft.Authorization/roleAssignments@2022-04-01' = {
  scope: hostAccount
  name: guid(hostAccount.id, appPrincipalId, role.storageTableDataContributor)
  properties: {
    principalId: appPrincipalId
    principalType: 'ServicePrincipal'
    roleDefinitionId: subscriptionResourceId(
      'Microsoft.Authorization/roleDefinitions',
      role.storageTableDataContributor
    )
    description: 'Orchestrations keep their history.'
  }
}

@description('The app reads its secrets and cannot change them.')
resource readSecrets 'Microsoft.Authorization/roleAssignments@2022-04-01' = {
  scope: vault
  name: guid(vault.id, appPrincipalId, role.keyVaultSecretsUser)
  properties: {
    principalId: appPrincipalId
    principalType: 'ServicePrincipal'
    roleDefinitionId: subscriptionResourceId('Microsoft.Authorization/roleDefinitions', role.keyVaultSecretsUser)
    description: 'The app reads its secrets.'
  }
}

@description('The app sends measurements without a key.')
resource sendTelemetry 'Microsoft.Authorization/roleAssignments@2022-04-01' = {
  scope: insights
  name: guid(insights.id, appPrincipalId, role.monitoringMetricsPublisher)
  properties: {
    principalId: appPrincipalId
    principalType: 'ServicePrincipal'
    roleDefinitionId: subscriptionResourceId('Microsoft.Authorization/roleDefinitions', role.monitoringMetricsPublisher)
    description: 'The app sends its telemetry.'
  }
}

@description('Only with the Durable Task Scheduler: the app runs its orchestrations there.')
resource orchestrations 'Microsoft.Authorization/roleAssignments@2022-04-01' = if (!empty(schedulerName)) {
  scope: scheduler
  name: guid(
    resourceId('Microsoft.DurableTask/schedulers', schedulerName),
    appPrincipalId,
    role.durableTaskDataContributor
  )
  properties: {
    principalId: appPrincipalId
    principalType: 'ServicePrincipal'
    roleDefinitionId: subscriptionResourceId('Microsoft.Authorization/roleDefinitions', role.durableTaskDataContributor)
    description: 'The app runs its orchestrations.'
  }
}

@description('Whoever deploys puts the secrets in. This is the only role that a person is given here.')
resource putSecrets 'Microsoft.Authorization/roleAssignments@2022-04-01' = {
  scope: vault
  name: guid(vault.id, managerPrincipalId, role.keyVaultSecretsOfficer)
  properties: {
    principalId: managerPrincipalId
    roleDefinitionId: subscriptionResourceId('Microsoft.Authorization/roleDefinitions', role.keyVaultSecretsOfficer)
    description: 'Puts the secrets of Twilio and SendGrid into the vault.'
  }
}
