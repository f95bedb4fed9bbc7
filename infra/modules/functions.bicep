// The app: Flex Consumption on Linux, .NET 10 in the isolated worker, nothing to pay while nobody texts.
// https://learn.microsoft.com/azure/azure-functions/flex-consumption-plan

@description('Name of the plan.')
param planName string

@description('Name of the app, unique in all of Azure.')
param name string

@description('Region.')
param location string

@description('Tags of every resource.')
param tags object

@description('What azd calls the app in azure.yaml, so that it finds where the code goes.')
param azdServiceName string

@description('Resource id of the app\'s identity.')
param identityId string

@description('Address of the container that the app\'s package is uploaded to.')
param packageContainerUrl string

@description('Memory of one instance in megabytes.')
@allowed([512, 2048, 4096])
param instanceMemoryMB int

@description('Instances that are kept running for texts and pages, so that none has to wait for a start.')
@minValue(0)
@maxValue(5)
param alwaysReadyInstances int

@description('Instances at the most, for each group of functions. Azure takes no fewer than 40 everywhere; a practice does not come near it.')
@minValue(40)
@maxValue(1000)
param maximumInstances int

@description('The subnet that the app reaches private endpoints through. Empty: no private network.')
param subnetId string

resource plan 'Microsoft.Web/serverfarms@2025-03-01' = {
  name: planName
  location: location
  tags: tags
  kind: 'functionapp'
  sku: {
    name: 'FC1'
    tier: 'FlexConsumption'
  }
  properties: {
    reserved: true
  }
}

resource app 'Microsoft.Web/sites@2025-03-01' = {
  name: name
  location: location
  tags: union(tags, { 'azd-service-name': azdServiceName })
  kind: 'functionapp,linux'
  identity: {
    type: 'UserAssigned'
    userAssignedIdentities: {
      '${identityId}': {}
    }
  }
  properties: {
    serverFarmId: plan.id
    clientAffinityEnabled: false
    httpsOnly: true
    keyVaultReferenceIdentity: identityId
    publicNetworkAccess: 'Enabled'
    virtualNetworkSubnetId: empty(subnetId) ? null : subnetId
    // Lets a managed certificate be made for the practice's own domain. It is taken only when the app is made, and not yet in the published types:
    // https://github.com/MicrosoftDocs/azure-docs/pull/128469
    #disable-next-line BCP037
    siteScopedCertificatesEnabled: true
    functionAppConfig: {
      runtime: {
        name: 'dotnet-isolated'
        version: '10.0'
      }
      deployment: {
        storage: {
          type: 'blobContainer'
          value: packageContainerUrl
          authentication: {
            type: 'UserAssignedIdentity'
            userAssignedIdentityResourceId: identityId
          }
        }
      }
      scaleAndConcurrency: {
        instanceMemoryMB: instanceMemoryMB
        maximumInstanceCount: maximumInstances
        alwaysReady: alwaysReadyInstances == 0 ? [] : [{ name: 'http', instanceCount: alwaysReadyInstances }]
      }
    }
    siteConfig: {
      http20Enabled: true
      minTlsVersion: '1.2'
      scmMinTlsVersion: '1.2'
    }
  }

  // This plan has no FTP server and refuses a setting for one; that nobody can publish with a password is said here.
  resource noFtp 'basicPublishingCredentialsPolicies' = {
    name: 'ftp'
    properties: {
      allow: false
    }
  }

  resource noPublishingPassword 'basicPublishingCredentialsPolicies' = {
    name: 'scm'
    properties: {
      allow: false
    }
    dependsOn: [noFtp]
  }
}

@description('Name of the app.')
output name string = app.name

@description('Resource id of the app.')
output id string = app.id

@description('The name that Azure gave the app on the internet.')
output hostName string = app.properties.defaultHostName

@description('What the practice\'s domain has to say in a TXT record to prove that the app may answer for it.')
output domainProof string = app.properties.customDomainVerificationId
