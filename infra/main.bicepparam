// What this practice chose. `azd env set NAME value` sets one, docs/deploy.md tells which there are; what is not set keeps the default of main.bicep.
using 'main.bicep'

param environmentName = readEnvironmentVariable('AZURE_ENV_NAME')
param location = readEnvironmentVariable('AZURE_LOCATION')
param managerEmail = readEnvironmentVariable('MANAGER_EMAIL')
param managerPhone = readEnvironmentVariable('MANAGER_PHONE', '')
param twilioAccountSid = readEnvironmentVariable('TWILIO_ACCOUNT_SID')
param twilioMessagingServiceSid = readEnvironmentVariable('TWILIO_MESSAGING_SERVICE_SID')
param emailFrom = readEnvironmentVariable('EMAIL_FROM')
param domain = readEnvironmentVariable('LINE_DOMAIN', '')
param domainReady = bool(readEnvironmentVariable('LINE_DOMAIN_READY', 'false'))
param monthlyBudget = int(readEnvironmentVariable('MONTHLY_BUDGET', '50'))
param alwaysReadyInstances = int(readEnvironmentVariable('ALWAYS_READY_INSTANCES', '0'))
param checkFromOutside = bool(readEnvironmentVariable('CHECK_FROM_OUTSIDE', 'true'))
param privateNetwork = bool(readEnvironmentVariable('PRIVATE_NETWORK', 'false'))
param durableTaskScheduler = bool(readEnvironmentVariable('DURABLE_TASK_SCHEDULER', 'false'))

// What an earlier deployment found out, and azd has kept.
param securedDomain = readEnvironmentVariable('CURBSIDE_SECURED_DOMAIN', '')
param budgetStart = readEnvironmentVariable('CURBSIDE_BUDGET_START', '')
