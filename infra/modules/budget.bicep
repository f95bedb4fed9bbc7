// A mail before the bill is a surprise. It stops nothing: a line that people rely on is not switched off for money.

@description('Dollars a month.')
param amount int

@description('First day of the month in which the budget began. Azure takes no other date for a budget that is there already.')
param startDate string

@description('Who is told.')
param managerEmail string

var told = [managerEmail]

resource budget 'Microsoft.Consumption/budgets@2026-06-01' = {
  name: 'curbside'
  properties: {
    category: 'Cost'
    amount: amount
    timeGrain: 'Monthly'
    timePeriod: {
      startDate: startDate
    }
    notifications: {
      half: {
        enabled: true
        operator: 'GreaterThanOrEqualTo'
        threshold: 50
        thresholdType: 'Actual'
        contactEmails: told
      }
      all: {
        enabled: true
        operator: 'GreaterThanOrEqualTo'
        threshold: 100
        thresholdType: 'Actual'
        contactEmails: told
      }
      expected: {
        enabled: true
        operator: 'GreaterThan'
        threshold: 110
        thresholdType: 'Forecasted'
        contactEmails: told
      }
    }
  }
}
