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

// A query finds a row when something is wrong, and none otherwise. Measurements arrive some minutes late, so each look goes further back than to the
// one before it. An alert is told once, until it is over.
// The names are those of docs/telemetry.md.
var alerts = [
  {
    name: 'Promise broken'
    urgent: true
    todo: 'A clinician was told too late whether somebody is free. Open the list of consults, find the one whose promise is over, and call the clinician.'
    query: 'customMetrics | where name == "curbside.consult.promises" and customDimensions.outcome == "broken" | summarize counted = sum(valueSum) | where counted > 0'
    lookEvery: 'PT5M'
    lookBack: 'PT15M'
  }
  {
    name: 'No one reached'
    urgent: true
    todo: 'A clinician was told that no one was free. Call the clinician: do they still need somebody? Then see who could have been asked: more people, more hours, or fewer away at once.'
    query: 'customMetrics | where name == "curbside.consult.stages" and customDimensions.stage == "unanswered" | summarize counted = sum(valueSum) | where counted > 0'
    lookEvery: 'PT5M'
    lookBack: 'PT15M'
  }
  {
    name: 'Texts or emails do not arrive'
    urgent: false
    todo: 'More than 3 messages in an hour did not arrive. Twilio console, Monitor, Logs shows which and why: a wrong number is mended in the roster, a blocked sender in the registration.'
    query: 'customMetrics | where name == "curbside.messages" and customDimensions.outcome in ("undeliverable", "unreachable", "try_later") | summarize counted = sum(valueSum) | where counted > 3'
    lookEvery: 'PT15M'
    lookBack: 'PT1H'
  }
  {
    name: 'Webhooks are refused'
    urgent: true
    todo: 'The line refused more than 5 calls as not signed by Twilio or SendGrid. If texts are answered, somebody is trying doors: nothing to do. If they are not, the vault has an old key: run azd hooks run postprovision.'
    query: 'customMetrics | where name == "curbside.webhooks.refused" | summarize counted = sum(valueSum) | where counted > 5'
    lookEvery: 'PT5M'
    lookBack: 'PT15M'
  }
  {
    name: 'The sweep finds too much'
    urgent: false
    todo: 'More than 20 times in an hour a consult was late and the sweep had to look after it. Nothing is lost, but the line is slow. Restart the app; if it comes again, look at Azure status, then at Failures in Application Insights.'
    query: 'customMetrics | where name == "curbside.sweep.finds" and customDimensions.table == "consults" | summarize counted = sum(valueSum) | where counted > 20'
    lookEvery: 'PT15M'
    lookBack: 'PT1H'
  }
  {
    name: 'The line stands still'
    urgent: true
    todo: 'Nothing was done for 15 minutes, though the sweep works every minute. Restart the app. If it does not start, its log stream says why. Until it does, tell colleagues to call the backup line.'
    query: 'requests | where name == "sweep" and success == true | summarize counted = count() | where counted == 0'
    lookEvery: 'PT5M'
    lookBack: 'PT15M'
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
      description: '${alert.todo} See docs/operating.md, "${alert.name}".'
      severity: alert.urgent ? 0 : 2
      enabled: true
      scopes: [insightsId]
      evaluationFrequency: alert.lookEvery
      windowSize: alert.lookBack
      autoMitigate: true
      // The tables of a new workspace appear with the first telemetry; until then the query would be refused.
      skipQueryValidation: true
      criteria: {
        allOf: [
          {
            query: alert.query
            timeAggregation: 'Count'
            operator: 'GreaterThan'
            threshold: 0
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
