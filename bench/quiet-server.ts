import { startSandbox } from '@atelier/testkit/sandbox/sandbox';

// Runs as a process of its own: `node bench/quiet-server.ts ACCOUNTS CALENDARS_EACH`. Says its address when it is ready, and
// the number of requests since the last time whenever it is asked.
const [accounts, each] = process.argv.slice(2).map(Number);
const sandbox = await startSandbox();
for (let account = 0; account < (accounts ?? 0); account += 1) {
  const user = `user-${account}`;
  sandbox.addUser(user, 'secret');
  for (let n = 0; n < (each ?? 0); n += 1)
    sandbox.addCalendar(user, { uri: `calendar-${n}`, name: `Calendar ${n}` });
}
process.on('message', () => {
  process.send?.({ requests: sandbox.requests.length });
  sandbox.clearRequests();
});
process.once('SIGTERM', () => process.exit());
process.send?.({
  url: sandbox.url,
  homes: Array.from({ length: accounts ?? 0 }, (_, account) => sandbox.homeUrl(`user-${account}`)),
});
