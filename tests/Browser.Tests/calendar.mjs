// Reads a calendar file from the standard input as strictly as ical.js can, and says what it understood.
import { readFileSync } from 'node:fs';
import ICAL from './node_modules/ical.js/dist/ical.js';

const calendar = new ICAL.Component(ICAL.parse(readFileSync(0, 'utf8')));
for (const zone of calendar.getAllSubcomponents('vtimezone')) ICAL.TimezoneService.register(zone);
const event = new ICAL.Event(calendar.getFirstSubcomponent('vevent'), { strictExceptions: true });
const method = calendar.getFirstPropertyValue('method');
console.log(JSON.stringify({
  method,
  uid: event.uid,
  sequence: event.sequence,
  status: event.component.getFirstPropertyValue('status'),
  start: event.startDate.toJSDate().toISOString(),
  end: event.endDate.toJSDate().toISOString(),
  zone: event.startDate.zone.tzid,
  summary: event.summary,
  alarms: event.component.getAllSubcomponents('valarm').map(alarm => alarm.getFirstPropertyValue('trigger').toString()),
}));
