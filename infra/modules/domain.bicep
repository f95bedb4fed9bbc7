// The practice's own domain with a certificate that Azure renews. Links in texts need it: carriers distrust strange ones, and people should.
// Before this the domain's CNAME and TXT records must be there; docs/deploy.md says how.

@description('Name of the app.')
param appName string

@description('Region of the app.')
param location string

@description('Tags of every resource.')
param tags object

@description('The domain, such as line.example.org. Not the bare domain: only a CNAME record can point here.')
param domain string

@description('Whether the domain has its certificate already. To bind it again without one would break the links for a moment.')
param hasCertificate bool

resource app 'Microsoft.Web/sites@2025-03-01' existing = {
  name: appName
}

module proven 'hostname.bicep' = if (!hasCertificate) {
  params: {
    appName: appName
    domain: domain
    thumbprint: ''
  }
}

resource certificate 'Microsoft.Web/sites/certificates@2025-03-01' = {
  parent: app
  name: replace(domain, '.', '-')
  location: location
  tags: tags
  properties: {
    canonicalName: domain
  }
  dependsOn: [proven]
}

module secured 'hostname.bicep' = {
  params: {
    appName: appName
    domain: domain
    thumbprint: certificate.properties.thumbprint
  }
}

@description('The domain, once it has its certificate.')
output domain string = secured.outputs.domain
