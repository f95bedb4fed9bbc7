// Where the app says how it is: traces, measurements and log events, all without names, numbers or words.

@description('Name of the Log Analytics workspace.')
param workspaceName string

@description('Name of Application Insights.')
param insightsName string

@description('Region.')
param location string

@description('Tags of every resource.')
param tags object

@description('Days that telemetry is kept. The first 31 cost nothing beyond taking it in.')
@minValue(30)
@maxValue(730)
param keepDays int

@description('Gigabytes a day after which telemetry is no longer taken in until the next day, so that no fault can run up a bill.')
param dailyCapGb string

resource workspace 'Microsoft.OperationalInsights/workspaces@2026-03-01' = {
  name: workspaceName
  location: location
  tags: tags
  properties: {
    sku: {
      name: 'PerGB2018'
    }
    retentionInDays: keepDays
    workspaceCapping: {
      dailyQuotaGb: json(dailyCapGb)
    }
    features: {
      disableLocalAuth: true
      enableLogAccessUsingOnlyResourcePermissions: true
    }
  }
}

resource insights 'Microsoft.Insights/components@2020-02-02' = {
  name: insightsName
  location: location
  tags: tags
  kind: 'web'
  properties: {
    Application_Type: 'web'
    DisableIpMasking: false
    DisableLocalAuth: true
    IngestionMode: 'LogAnalytics'
    WorkspaceResourceId: workspace.id
  }
}

@description('Resource id of the workspace.')
output workspaceId string = workspace.id

@description('Name of Application Insights.')
output insightsName string = insights.name

@description('Resource id of Application Insights.')
output insightsId string = insights.id

@description('Where telemetry goes. It names an address and holds no right to send there.')
output connectionString string = insights.properties.ConnectionString
