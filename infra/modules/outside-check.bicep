// Calls the line from outside, as a phone or a browser would: does it answer, and does its certificate hold for two more weeks?

@description('Region.')
param location string

@description('Tags of every resource.')
param tags object

@description('Resource id of Application Insights.')
param insightsId string

@description('What is called.')
param url string

@description('Who is told.')
param actionGroupId string

// Ids of https://learn.microsoft.com/azure/azure-monitor/app/availability#location-population-tags
var places = ['us-va-ash-azr', 'us-ca-sjc-azr']

resource check 'Microsoft.Insights/webtests@2022-06-15' = {
  name: 'curbside-answers'
  location: location
  tags: union(tags, { 'hidden-link:${insightsId}': 'Resource' })
  kind: 'standard'
  properties: {
    Name: 'curbside-answers'
    SyntheticMonitorId: 'curbside-answers'
    Kind: 'standard'
    Enabled: true
    Frequency: 900
    Timeout: 60
    RetryEnabled: true
    Locations: [for place in places: { Id: place }]
    Request: {
      HttpVerb: 'GET'
      RequestUrl: url
    }
    ValidationRules: {
      ExpectedHttpStatusCode: 200
      SSLCheck: true
      SSLCertRemainingLifetimeCheck: 14
    }
  }
}

resource alert 'Microsoft.Insights/metricAlerts@2026-01-01' = {
  name: 'The line does not answer'
  location: 'global'
  tags: union(tags, { 'hidden-link:${insightsId}': 'Resource', 'hidden-link:${check.id}': 'Resource' })
  properties: {
    description: 'The line did not answer from two places, or its certificate ends within two weeks. Open the address yourself. If it does not open: check that the domain still points to Azure, then Azure status, then restart the app. Until it answers, tell colleagues to call the backup line. See docs/operating.md, "The line does not answer".'
    severity: 0
    enabled: true
    evaluationFrequency: 'PT5M'
    windowSize: 'PT30M'
    scopes: [check.id, insightsId]
    criteria: {
      'odata.type': 'Microsoft.Azure.Monitor.WebtestLocationAvailabilityCriteria'
      webTestId: check.id
      componentId: insightsId
      failedLocationCount: length(places)
    }
    actions: [{ actionGroupId: actionGroupId }]
  }
}
