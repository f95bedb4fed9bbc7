// A private network in which alone the app reaches the storage accounts. It costs a few dollars a month for each endpoint, and is off by default:
// the accounts open to the app's identity only, with or without it.
// The subscription needs the provider Microsoft.App for it; eng/connect registers it.

@description('Name of the network.')
param name string

@description('Region.')
param location string

@description('Tags of every resource.')
param tags object

@description('Resource id of the account with the practice\'s tables.')
param dataAccountId string

@description('Resource id of the account that the Functions runtime works with.')
param hostAccountId string

// The names of the zones are fixed: https://learn.microsoft.com/azure/private-link/private-endpoint-dns
var zones = [for service in ['blob', 'queue', 'table']: 'privatelink.${service}.${environment().suffixes.storage}']

var endpoints = [
  { name: 'data-table', account: dataAccountId, service: 'table', zone: 2 }
  { name: 'host-blob', account: hostAccountId, service: 'blob', zone: 0 }
  { name: 'host-queue', account: hostAccountId, service: 'queue', zone: 1 }
  { name: 'host-table', account: hostAccountId, service: 'table', zone: 2 }
]

resource network 'Microsoft.Network/virtualNetworks@2026-03-01' = {
  name: name
  location: location
  tags: tags
  properties: {
    addressSpace: {
      addressPrefixes: ['10.20.0.0/24']
    }
    subnets: [
      {
        name: 'app'
        properties: {
          addressPrefix: '10.20.0.0/26'
          // What Flex Consumption asks for.
          delegations: [
            {
              name: 'functions'
              properties: {
                serviceName: 'Microsoft.App/environments'
              }
            }
          ]
        }
      }
      {
        name: 'endpoints'
        properties: {
          addressPrefix: '10.20.0.64/27'
          privateEndpointNetworkPolicies: 'Disabled'
        }
      }
    ]
  }

  resource appSubnet 'subnets' existing = {
    name: 'app'
  }

  resource endpointSubnet 'subnets' existing = {
    name: 'endpoints'
  }
}

resource zone 'Microsoft.Network/privateDnsZones@2024-06-01' = [
  for zone in zones: {
    name: zone
    location: 'global'
    tags: tags
  }
]

resource link 'Microsoft.Network/privateDnsZones/virtualNetworkLinks@2024-06-01' = [
  for (_, i) in zones: {
    parent: zone[i]
    name: name
    location: 'global'
    properties: {
      registrationEnabled: false
      virtualNetwork: {
        id: network.id
      }
    }
  }
]

resource endpoint 'Microsoft.Network/privateEndpoints@2026-03-01' = [
  for endpoint in endpoints: {
    name: '${name}-${endpoint.name}'
    location: location
    tags: tags
    properties: {
      subnet: {
        id: network::endpointSubnet.id
      }
      privateLinkServiceConnections: [
        {
          name: endpoint.name
          properties: {
            privateLinkServiceId: endpoint.account
            groupIds: [endpoint.service]
          }
        }
      ]
    }
  }
]

resource record 'Microsoft.Network/privateEndpoints/privateDnsZoneGroups@2026-03-01' = [
  for (item, i) in endpoints: {
    parent: endpoint[i]
    name: 'default'
    properties: {
      privateDnsZoneConfigs: [
        {
          name: item.service
          properties: {
            privateDnsZoneId: zone[item.zone].id
          }
        }
      ]
    }
    dependsOn: [link]
  }
]

@description('The subnet that the app reaches the endpoints through.')
output appSubnetId string = network::appSubnet.id
