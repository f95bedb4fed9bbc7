// The one identity that the app acts as. It is made before the app, so that every role is in place when the app starts for the first time.

@description('Name of the identity.')
param name string

@description('Region.')
param location string

@description('Tags of every resource.')
param tags object

resource identity 'Microsoft.ManagedIdentity/userAssignedIdentities@2024-11-30' = {
  name: name
  location: location
  tags: tags
}

@description('Resource id: what the app is given.')
output id string = identity.id

@description('Object id: what roles are assigned to.')
output principalId string = identity.properties.principalId

@description('Client id: what the app asks for tokens with.')
output clientId string = identity.properties.clientId
