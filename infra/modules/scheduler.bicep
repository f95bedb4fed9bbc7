// Optional: the Durable Task Scheduler keeps the orchestrations, instead of the host's storage account. A small practice does not need it.
// https://learn.microsoft.com/azure/azure-functions/durable/durable-task-scheduler/durable-task-scheduler

@description('Name of the scheduler.')
param name string

@description('Region.')
param location string

@description('Tags of every resource.')
param tags object

@description('Name of the hub that orchestrations are kept in: the one that host.json names.')
param hubName string

resource scheduler 'Microsoft.DurableTask/schedulers@2026-02-01' = {
  name: name
  location: location
  tags: tags
  properties: {
    sku: {
      name: 'Consumption'
    }
    // An empty list lets nobody in. Who gets in is decided by role, from any address: the app's addresses change.
    ipAllowlist: ['0.0.0.0/0']
  }

  resource hub 'taskHubs' = {
    name: hubName
    properties: {}
  }
}

@description('Name of the scheduler.')
output name string = scheduler.name

@description('Where orchestrations are kept.')
output endpoint string = scheduler.properties.endpoint
