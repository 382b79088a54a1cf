import { startGraphSandbox } from '@atelier/testkit/sandbox-graph/graph-sandbox';

// Runs as a process of its own: `node bench/graph-server.ts EVENTS`. Says its address when it is ready; `count` gives the number
// of requests since the last time, anything else is the title that somebody gives to one event.
const MAIL = 'bench@studio.test';
const CALENDAR = 'AQMkbench';
const events = Number(process.argv[2]);
const sandbox = await startGraphSandbox();
sandbox.addUser(MAIL);
sandbox.addCalendar(MAIL, { id: CALENDAR, name: 'Appointments', isDefault: true });
const today = Temporal.Now.plainDateISO('UTC');
const ids = Array.from({ length: events }, (_, n) => {
  // Eight a day, all of them within what Microsoft tells of: a year back to two years ahead.
  const day = today.add({ days: Math.floor(n / 8) - 180 });
  const at = (minute: string) => ({ dateTime: `${day}T${9 + (n % 8)}:${minute}:00`, timeZone: 'UTC' });
  return sandbox.create(MAIL, CALENDAR, {
    subject: `Session ${n}`,
    start: { ...at('00'), dateTime: at('00').dateTime.replace('T9', 'T09') },
    end: { ...at('45'), dateTime: at('45').dateTime.replace('T9', 'T09') },
  });
});
process.on('message', (word) => {
  if (word !== 'count') sandbox.patch(MAIL, CALENDAR, ids[0] ?? '', { subject: String(word) });
  // The parts of a batch go in one request.
  const asked = sandbox.requests.filter(({ method }) => !method.startsWith('batched'));
  process.send?.({ requests: asked.length });
  sandbox.forget();
});
process.once('SIGTERM', () => process.exit());
process.send?.({ url: sandbox.url, mail: MAIL, calendar: CALENDAR });
