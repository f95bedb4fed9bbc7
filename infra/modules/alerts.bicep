// What a manager is told, and what to do about it. Each alert has a section of the same name in docs/operating.md.

@description('Region.')
param location string

@description('Tags of every resource.')
param tags object

@description('Resource id of Application Insights, which the alerts read.')
param insightsId string

@description('Who is mailed.')
param managerEmail string

@description('Who is texted about the urgent ones, ten digits. Empty: nobody.')
param managerPhone string

var alerts = [
  {
    name: 'Promise broken'
    todo: 'x'
    query: 'traces | where 1 == 1'
    every: 'PT5M'
    over: 'PT5M'
    moreThan: 0
    urgent: true
  }
]

resource urgent 'Microsoft.Insights/actionGroups@2023-01-01' = {
  name: 'Curbside urgent'
  location: 'global'
  tags: tags
  properties: {
    enabled: true
    groupShortName: 'CurbsideNow'
    emailReceivers: [{ name: 'manager', emailAddress: managerEmail, useCommonAlertSchema: true }]
    smsReceivers: empty(managerPhone) ? [] : [{ name: 'manager', countryCode: '1', phoneNumber: managerPhone }]
  }
}

resource ordinary 'Microsoft.Insights/actionGroups@2023-01-01' = {
  name: 'Curbside'
  location: 'global'
  tags: tags
  properties: {
    enabled: true
    groupShortName: 'Curbside'
    emailReceivers: [{ name: 'manager', emailAddress: managerEmail, useCommonAlertSchema: true }]
  }
}

resource rule 'Microsoft.Insights/scheduledQueryRules@2026-03-01' = [
  for alert in alerts: {
    name: alert.name
    location: location
    tags: tags
    kind: 'LogAlert'
    properties: {
      displayName: 'Curbside: ${alert.name}'
      description: alert.todo
      severity: alert.urgent ? 0 : 2
      enabled: true
      scopes: [insightsId]
      evaluationFrequency: alert.every
      windowSize: alert.over
      autoMitigate: false
      // The tables of a new workspace appear with the first telemetry; until then the query would be refused.
      skipQueryValidation: true
      criteria: {
        allOf: [
          {
            query: alert.query
            timeAggregation: 'Count'
            operator: 'GreaterThan'
            threshold: alert.moreThan
            failingPeriods: {
              numberOfEvaluationPeriods: 1
              minFailingPeriodsToAlert: 1
            }
          }
        ]
      }
      actions: {
        actionGroups: [alert.urgent ? urgent.id : ordinary.id]
      }
    }
  }
]

@description('Who is told at once.')
output urgentId string = urgent.id
