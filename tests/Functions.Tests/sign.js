// Signs requests as Twilio and SendGrid do, by their own packages. What is to be signed comes in as JSON, the signatures go out as JSON.
const { createSign, generateKeyPairSync } = require('crypto');
const { getExpectedTwilioSignature } = require('twilio/lib/webhooks/webhooks');
const { EventWebhook } = require('@sendgrid/eventwebhook');

const { texts, events } = JSON.parse(require('fs').readFileSync(0, 'utf8'));
const { privateKey, publicKey } = generateKeyPairSync('ec', { namedCurve: 'prime256v1' });
const eventKey = publicKey.export({ format: 'der', type: 'spki' }).toString('base64');
const webhook = new EventWebhook();

// SendGrid's package checks and does not sign; what it would refuse is no signature of SendGrid's.
function signEvents({ timestamp, body }) {
  const signature = createSign('sha256').update(timestamp + body).sign(privateKey, 'base64');
  if (!webhook.verifySignature(webhook.convertPublicKeyToECDSA(eventKey), body, signature, timestamp)) {
    throw new Error(`SendGrid's own package refuses ${body}`);
  }
  return signature;
}

process.stdout.write(JSON.stringify({
  texts: texts.map(({ token, url, form }) => getExpectedTwilioSignature(token, url, form)),
  eventKey,
  events: events.map(signEvents),
}));
