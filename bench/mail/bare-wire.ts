import { ImapFlow } from 'imapflow';
import { FOLDERS } from './filled-mailbox.ts';

// Runs as a process of its own: `node bench/mail/bare-wire.ts PORT USER PASSWORD`: everything that a first run asks a server
// for, by the library alone, and nothing kept of it.
const [port = '', user = '', pass = ''] = process.argv.slice(2);
const began = performance.now();
const line = new ImapFlow({
  host: '127.0.0.1',
  port: Number(port),
  secure: false,
  doSTARTTLS: false,
  auth: { user, pass },
  logger: false,
  qresync: true,
  disableAutoIdle: true,
});
await line.connect();
const folders = await line.list({
  statusQuery: { messages: true, uidNext: true, uidValidity: true, highestModseq: true },
});
let messages = 0;
for (const { path } of folders) {
  if (path !== 'INBOX' && !path.startsWith('Folder-')) continue;
  await line.mailboxOpen(path);
  const uids = (await line.search({ all: true }, { uid: true })) || [];
  for (let from = 0; from < uids.length; from += 500) {
    const set = `${uids[from]}:${uids[Math.min(from + 499, uids.length - 1)]}`;
    const asked = {
      uid: true,
      flags: true,
      envelope: true,
      internalDate: true,
      size: true,
      bodyStructure: true,
      headers: ['references'],
    };
    messages += (await line.fetchAll(set, asked, { uid: true })).length;
  }
}
await line.logout();
process.stdout.write(JSON.stringify({ ms: performance.now() - began, messages, folders: FOLDERS }));
