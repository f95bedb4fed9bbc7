// One domain that the app answers to.

@description('Name of the app.')
param appName string

@description('The domain.')
param domain string

@description('The certificate to answer with. Empty: without one, only to prove that the domain points here.')
param thumbprint string

resource app 'Microsoft.Web/sites@2025-03-01' existing = {
  name: appName
}

resource binding 'Microsoft.Web/sites/hostNameBindings@2025-03-01' = {
  parent: app
  name: domain
  properties: {
    customHostNameDnsRecordType: 'CName'
    hostNameType: 'Verified'
    sslState: empty(thumbprint) ? 'Disabled' : 'SniEnabled'
    thumbprint: empty(thumbprint) ? null : thumbprint
  }
}

@description('The domain.')
output domain string = domain
