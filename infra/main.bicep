// Everything that a practice line runs on, in a resource group of its own. Each part says in its first lines what it is for.
targetScope = 'subscription'

@description('Name of this line, such as practice. The resource group and all that is in it are named after it.')
@minLength(1)
@maxLength(20)
param environmentName string

@description('Azure region. All that the practice keeps stays there. These are in the United States, offer Flex Consumption, and have three data centres.')
@allowed(['centralus', 'eastus', 'eastus2', 'southcentralus', 'westus2', 'westus3'])
@metadata({ azd: { type: 'location' } })
param location string

@description('Where alerts are mailed to: the practice manager.')
@minLength(6)
param managerEmail string

@description('A phone in the United States that the two urgent alerts are texted to by Azure, ten digits. Empty: mail only.')
param managerPhone string = ''

@description('Who may put secrets into the vault. By default whoever deploys.')
param managerPrincipalId string = deployer().objectId

@description('Twilio\'s account: AC and 32 letters and digits. It is not secret.')
@minLength(34)
@maxLength(34)
param twilioAccountSid string

@description('Twilio\'s messaging service, which holds the practice\'s number: MG and 32 letters and digits.')
@minLength(34)
@maxLength(34)
param twilioMessagingServiceSid string

@description('The address that emails come from. SendGrid must have verified it.')
@minLength(6)
param emailFrom string

@description('The practice\'s own domain for links, such as line.example.org. At most 18 characters, so that a text with a link is still one text.')
@maxLength(18)
param domain string = ''

@description('Whether the domain\'s records point here. Before that the line answers, and links are made, under the longer name that Azure gives it.')
param domainReady bool = false

@description('The domain that has its certificate already. Deploying fills it in.')
param securedDomain string = ''

@description('Dollars a month. A mail comes at half of it, at all of it, and when the month is going to exceed it.')
@minValue(1)
param monthlyBudget int = 50

@description('First day of the month in which the budget began. Deploying fills it in.')
param budgetStart string = ''

@description('The first day of this month.')
param thisMonth string = utcNow('yyyy-MM-01')

@description('Memory of one instance in megabytes.')
@allowed([512, 2048, 4096])
param instanceMemoryMB int = 2048

@description('Instances kept running, so that no text and no page waits some seconds for a start. 0: none, and nothing to pay while nobody texts.')
@minValue(0)
@maxValue(5)
param alwaysReadyInstances int = 0

@description('How the practice\'s tables are copied: Standard_ZRS in three data centres of the region, Standard_GZRS in another region as well, Standard_LRS in one.')
@allowed(['Standard_LRS', 'Standard_ZRS', 'Standard_GZRS'])
param redundancy string = 'Standard_ZRS'

@description('Whether the account with the practice\'s tables is locked against deletion.')
param protectData bool = true

@description('Days in which a deleted secret, the deleted vault or a deleted package can be brought back.')
@minValue(7)
@maxValue(90)
param keepDeletedDays int = 30

@description('Days that telemetry is kept. It has no names, numbers or words.')
@minValue(30)
@maxValue(730)
param keepTelemetryDays int = 30

@description('Gigabytes of telemetry a day at the most.')
param dailyTelemetryGb string = '0.5'

@description('Whether the address is called from outside, every 15 minutes from two places, to see that it answers and its certificate holds.')
param checkFromOutside bool = true

@description('Whether the app reaches its storage through a private network alone.')
param privateNetwork bool = false

@description('Whether orchestrations are kept by the Durable Task Scheduler instead of the storage account. src/Functions has to be built with its package for it: docs/deploy.md.')
param durableTaskScheduler bool = false

var azdService = 'functions'
var token = uniqueString(subscription().id, environmentName, location)
var tags = { 'azd-env-name': environmentName, application: 'curbside' }
var names = {
  app: 'curbside-${token}'
  data: 'curbdata${token}'
  host: 'curbhost${token}'
  vault: 'curbside-${token}'
}
var packageContainer = 'package'
var firstDayOfBudget = empty(budgetStart) ? thisMonth : budgetStart

resource group 'Microsoft.Resources/resourceGroups@2025-04-01' = {
  name: 'rg-${environmentName}'
  location: location
  tags: tags
}

module identity 'modules/identity.bicep' = {
  scope: group
  params: {
    name: 'curbside'
    location: location
    tags: tags
  }
}

module monitoring 'modules/monitoring.bicep' = {
  scope: group
  params: {
    workspaceName: 'curbside-logs'
    insightsName: 'curbside-insights'
    location: location
    tags: tags
    keepDays: keepTelemetryDays
    dailyCapGb: dailyTelemetryGb
  }
}

@description('What the practice keeps: consults, phones, people, slots, links.')
module data 'modules/storage.bicep' = {
  scope: group
  params: {
    name: names.data
    location: location
    tags: tags
    redundancy: redundancy
    keepDeletedDays: keepDeletedDays
    tables: ['Consults', 'Phones', 'People', 'Slots', 'Links', 'Open']
    reachableFromInternet: !privateNetwork
    locked: protectData
    workspaceId: monitoring.outputs.workspaceId
  }
}

@description('What the Functions runtime keeps: leases, orchestrations, the app\'s package.')
module host 'modules/storage.bicep' = {
  scope: group
  params: {
    name: names.host
    location: location
    tags: tags
    redundancy: 'Standard_LRS'
    containers: [packageContainer]
    keepDeletedDays: keepDeletedDays
    reachableFromInternet: !privateNetwork
  }
}

module secrets 'modules/secrets.bicep' = {
  scope: group
  params: {
    name: names.vault
    location: location
    tags: tags
    keepDeletedDays: keepDeletedDays
    workspaceId: monitoring.outputs.workspaceId
  }
}

module scheduler 'modules/scheduler.bicep' = if (durableTaskScheduler) {
  scope: group
  params: {
    name: names.app
    location: location
    tags: tags
    hubName: loadJsonContent('../host.json').extensions.durableTask.hubName
  }
}

module network 'modules/network.bicep' = if (privateNetwork) {
  scope: group
  params: {
    name: 'curbside'
    location: location
    tags: tags
    dataAccountId: data.outputs.id
    hostAccountId: host.outputs.id
  }
}

module roles 'modules/roles.bicep' = {
  scope: group
  params: {
    appPrincipalId: identity.outputs.principalId
    managerPrincipalId: managerPrincipalId
    dataAccountName: data.outputs.name
    hostAccountName: host.outputs.name
    vaultName: secrets.outputs.name
    insightsName: monitoring.outputs.insightsName
    schedulerName: scheduler.?outputs.name ?? ''
  }
}

module functions 'modules/functions.bicep' = {
  scope: group
  // The app reads its secrets and its package as it starts: it may do so before it is there.
  dependsOn: [roles]
  params: {
    planName: 'curbside-plan'
    name: names.app
    location: location
    tags: tags
    azdServiceName: azdService
    identityId: identity.outputs.id
    packageContainerUrl: '${host.outputs.blobEndpoint}${packageContainer}'
    instanceMemoryMB: instanceMemoryMB
    alwaysReadyInstances: alwaysReadyInstances
    maximumInstances: 40
    subnetId: network.?outputs.appSubnetId ?? ''
  }
}

module settings 'modules/settings.bicep' = {
  scope: group
  params: {
    appName: functions.outputs.name
    identityClientId: identity.outputs.clientId
    hostAccountName: host.outputs.name
    tableEndpoint: data.outputs.tableEndpoint
    vaultUri: secrets.outputs.uri
    insightsConnectionString: monitoring.outputs.connectionString
    domain: domainReady ? domain : ''
    twilioAccountSid: twilioAccountSid
    twilioMessagingServiceSid: twilioMessagingServiceSid
    emailFrom: emailFrom
    schedulerEndpoint: scheduler.?outputs.endpoint ?? ''
  }
}

module ownDomain 'modules/domain.bicep' = if (domainReady) {
  scope: group
  params: {
    appName: functions.outputs.name
    location: location
    tags: tags
    domain: domain
    hasCertificate: securedDomain == domain
  }
}

module alerts 'modules/alerts.bicep' = {
  scope: group
  params: {
    location: location
    tags: tags
    insightsId: monitoring.outputs.insightsId
    managerEmail: managerEmail
    managerPhone: managerPhone
  }
}

module outsideCheck 'modules/outside-check.bicep' = if (checkFromOutside) {
  scope: group
  params: {
    location: location
    tags: tags
    insightsId: monitoring.outputs.insightsId
    url: 'https://${ownDomain.?outputs.domain ?? functions.outputs.hostName}/healthz'
    actionGroupId: alerts.outputs.urgentId
  }
}

module budget 'modules/budget.bicep' = {
  scope: group
  params: {
    amount: monthlyBudget
    startDate: firstDayOfBudget
    managerEmail: managerEmail
  }
}

@description('Where the line answers.')
output CURBSIDE_URL string = 'https://${ownDomain.?outputs.domain ?? functions.outputs.hostName}'

@description('What the CNAME record of the practice\'s domain points to.')
output CURBSIDE_DOMAIN_CNAME string = functions.outputs.hostName

@description('What the TXT record asuid.<domain> says.')
output CURBSIDE_DOMAIN_TXT string = functions.outputs.domainProof

@description('The domain that has its certificate.')
output CURBSIDE_SECURED_DOMAIN string = ownDomain.?outputs.domain ?? ''

@description('First day of the month in which the budget began.')
output CURBSIDE_BUDGET_START string = firstDayOfBudget

@description('The vault that eng/connect puts the secrets into.')
output CURBSIDE_VAULT string = secrets.outputs.uri

@description('Resource id of the app.')
output CURBSIDE_APP_ID string = functions.outputs.id

@description('The resource group.')
output AZURE_RESOURCE_GROUP string = group.name

@description('The app that azd puts the code into.')
output SERVICE_FUNCTIONS_NAME string = functions.outputs.name
