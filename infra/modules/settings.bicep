// Every setting of the app in one place. A secret is never written here: the app reads it from the vault by reference.
// https://learn.microsoft.com/azure/app-service/app-service-key-vault-references

@description('Name of the app.')
param appName string

@description('Client id of the app\'s identity.')
param identityClientId string

@description('The account that the Functions runtime works with.')
param hostAccountName string

@description('Address of the practice\'s tables.')
param tableEndpoint string

@description('Address of the vault.')
param vaultUri string

@description('Where telemetry goes.')
param insightsConnectionString string

@description('The practice\'s domain, which links are made with. Empty: until it is ready, the name that Azure gives the app.')
param domain string

@description('Twilio\'s account.')
param twilioAccountSid string

@description('Twilio\'s messaging service.')
param twilioMessagingServiceSid string

@description('The address that emails come from.')
param emailFrom string

@description('Address of the Durable Task Scheduler. Empty: orchestrations are kept in the host\'s account.')
param schedulerEndpoint string

// What the Functions runtime itself reads.
var runtime = {
  AzureWebJobsStorage__accountName: hostAccountName
  AzureWebJobsStorage__credential: 'managedidentity'
  AzureWebJobsStorage__clientId: identityClientId
  APPLICATIONINSIGHTS_CONNECTION_STRING: insightsConnectionString
  APPLICATIONINSIGHTS_AUTHENTICATION_STRING: 'ClientId=${identityClientId};Authorization=AAD'
}

// What Curbside reads: src/Functions/Settings/AppSettings.cs.
var curbside = {
  LinkKey: '@Microsoft.KeyVault(SecretUri=${vaultUri}secrets/link-key)'
  Storage__TableEndpoint: tableEndpoint
  Storage__ManagedIdentityClientId: identityClientId
  Twilio__AccountSid: twilioAccountSid
  Twilio__AuthToken: '@Microsoft.KeyVault(SecretUri=${vaultUri}secrets/twilio-auth-token)'
  Twilio__MessagingServiceSid: twilioMessagingServiceSid
  SendGrid__ApiKey: '@Microsoft.KeyVault(SecretUri=${vaultUri}secrets/sendgrid-api-key)'
  SendGrid__From: emailFrom
  SendGrid__WebhookKey: '@Microsoft.KeyVault(SecretUri=${vaultUri}secrets/sendgrid-webhook-key)'
}

var address = empty(domain) ? {} : { PublicUrl: 'https://${domain}' }

// Settings go before host.json, so that the same code runs on either.
var scheduler = empty(schedulerEndpoint)
  ? {}
  : {
      DURABLE_TASK_SCHEDULER_CONNECTION_STRING: 'Endpoint=${schedulerEndpoint};Authentication=ManagedIdentity;ClientID=${identityClientId}'
      AzureFunctionsJobHost__extensions__durableTask__storageProvider__type: 'azureManaged'
      AzureFunctionsJobHost__extensions__durableTask__storageProvider__connectionStringName: 'DURABLE_TASK_SCHEDULER_CONNECTION_STRING'
    }

resource app 'Microsoft.Web/sites@2025-03-01' existing = {
  name: appName
}

resource settings 'Microsoft.Web/sites/config@2025-03-01' = {
  parent: app
  name: 'appsettings'
  properties: union(runtime, curbside, address, scheduler)
}
