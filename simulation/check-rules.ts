import { addCalendar } from '@atelier/database/testing/add-calendar';
import type { CalendarName } from './account.ts';
import { type CheckedStudio, unsafe } from './check-safety.ts';
import { uidIn } from './event-text.ts';

/** Every rule that does not hold now that all is at rest; empty when all hold. */
export async function brokenRules(studio: CheckedStudio): Promise<readonly string[]> {
  const broken = [
    ...(await notConverged(studio)),
    ...(await unsent(studio)),
    ...(await lostOrUndead(studio)),
    ...duplicated(studio),
    ...(await notQuiet(studio)),
    ...(await notLikeFresh(studio)),
    ...(await unsafe(studio)),
  ];
  return broken;
}

interface Row {
  readonly name: string;
  readonly source: string;
  readonly etag: string | null;
}

async function localRows(studio: CheckedStudio, calendarId: string): Promise<readonly Row[]> {
  const rows = await studio.database.query<{ href: string; source: string; etag: string | null }>(
    'SELECT href, source, etag FROM calendar_object WHERE calendar_id = $1',
    [calendarId],
  );
  const nameOf = (href: string) => decodeURIComponent(href.split('/').at(-1) ?? '').normalize('NFC');
  return rows
    .map(({ href, ...row }) => ({ ...row, name: nameOf(href) }))
    .sort((one, other) => (one.name < other.name ? -1 : 1));
}

async function notConverged(studio: CheckedStudio): Promise<readonly string[]> {
  const broken: string[] = [];
  for (const calendar of studio.calendars) {
    const local = await localRows(studio, studio.idOf(calendar));
    const remote = studio.remote(calendar);
    for (const { name, source } of local) {
      const there = [...remote].find(([other]) => other.normalize('NFC') === name)?.[1];
      if (!there) broken.push(`S1 ${calendar}: ${name} is here and not there`);
      else if (normal(there.body) !== normal(source)) broken.push(`S1 ${calendar}: ${name} differs`);
    }
    const here = new Set(local.map(({ name }) => name));
    for (const name of remote.keys()) {
      if (!here.has(name.normalize('NFC'))) broken.push(`S1 ${calendar}: ${name} is there and not here`);
    }
  }
  return broken;
}

/** XML on its way takes CR away from some servers' texts. */
function normal(text: string): string {
  return text.replaceAll('\r\n', '\n');
}

async function unsent(studio: CheckedStudio): Promise<readonly string[]> {
  const rows = await studio.database.query<{
    operation: string;
    uid: string;
    state: string;
    why: string | null;
  }>('SELECT operation, uid, state, failure_message AS why FROM outbox');
  return rows.map(({ operation, uid, state, why }) => `S2: ${operation} of ${uid} still ${state}: ${why}`);
}

async function lostOrUndead(studio: CheckedStudio): Promise<readonly string[]> {
  const alive = studio.calendars.flatMap((calendar) =>
    [...studio.remote(calendar).values()].map(({ body }) => body),
  );
  const conflicts = await studio.database.query<{ uid: string; texts: (string | null)[] }>(
    'SELECT uid, ARRAY[base_source, mine_source, theirs_source] AS texts FROM conflict',
  );
  const graves = await studio.database.query<{ source: string }>('SELECT source FROM tombstone');
  const kept = [
    ...conflicts.flatMap(({ texts }) => texts.filter((text) => text !== null)),
    ...graves.map(({ source }) => source),
  ];
  const disputed = new Set(conflicts.map(({ uid }) => uid));
  return [
    ...studio.ledger.lost({ alive, kept }).map((edit) => `S2: lost ${edit}`),
    ...studio.ledger.undead(alive, disputed).map((uid) => `S7: ${uid} was deleted and lives`),
  ];
}

function duplicated(studio: CheckedStudio): readonly string[] {
  const seen = new Map<string, string>();
  const broken: string[] = [];
  for (const calendar of studio.calendars) {
    for (const [name, { body }] of studio.remote(calendar)) {
      const uid = uidIn(body) ?? '';
      const before = seen.get(uid);
      if (before) broken.push(`S3: ${uid} is at ${before} and at ${calendar}/${name}`);
      seen.set(uid, `${calendar}/${name}`);
    }
  }
  return broken;
}

/** Deadlines are short, and the machine may be busy: what did not get through is asked again so often. */
const PATIENCE = 3;

/** One more sync writes nothing anywhere and tells nobody anything (S5). */
async function notQuiet(studio: CheckedStudio): Promise<readonly string[]> {
  for (let tries = 1; ; tries += 1) {
    const { broken, answered } = await syncedOnce(studio);
    // One that got no answer tells people so; the next tells them that it is over.
    if (answered || tries === PATIENCE) return broken;
    await runAll(studio);
  }
}

function runAll(studio: CheckedStudio) {
  const ids = studio.calendars.map((name) => studio.idOf(name));
  return studio.engine().runNow(ids, { full: false });
}

async function syncedOnce(studio: CheckedStudio) {
  const ticks = async () =>
    (await studio.database.query<{ n: number }>('SELECT count(*) AS n FROM change'))[0]?.n;
  const before = [await ticks(), studio.writes()];
  const reports = await runAll(studio);
  const after = [await ticks(), studio.writes()];
  const broken =
    before.join() === after.join() ? [] : [`S5: changes and writes went from ${before} to ${after}`];
  return { broken, answered: reports.every(({ error }) => !error) };
}

/** The strongest oracle: a mirror that never knew anything of all this is the same. */
async function notLikeFresh(studio: CheckedStudio): Promise<readonly string[]> {
  const broken: string[] = [];
  const fresh = await freshCalendars(studio);
  for (let tries = 0; tries < PATIENCE; tries += 1) {
    const reports = await studio.engine().runNow([...fresh.values()], { full: false });
    if (reports.every(({ error }) => !error)) break;
  }
  for (const [calendar, id] of fresh) {
    const [one, other] = [await fingerprint(studio, studio.idOf(calendar)), await fingerprint(studio, id)];
    if (one !== other) broken.push(`S1 ${calendar}: not what a fresh sync gives`);
  }
  return broken;
}

/** The same calendars of the same accounts once more, of which nothing is known yet. */
async function freshCalendars(studio: CheckedStudio): Promise<ReadonlyMap<CalendarName, string>> {
  const ids = new Map<CalendarName, string>();
  const connections = new Map<string | null, string>();
  for (const calendar of studio.calendars) {
    const { source, connectionId: known, ...row } = await calendarRow(studio, calendar);
    const connectionId = connections.get(known) ?? (await freshConnection(studio, known));
    connections.set(known, connectionId);
    const id = studio.random.uuid();
    const fresh = { ...row, id, connectionId, capabilities: row.capabilities ?? {} };
    await addCalendar(studio.database, fresh, source);
    ids.set(calendar, id);
  }
  return ids;
}

async function freshConnection(studio: CheckedStudio, known: string | null): Promise<string> {
  const id = studio.random.uuid();
  await studio.database.query(
    `INSERT INTO connection (id, owner_id, kind, name, address, account_id, reach, credential_id, addresses_at)
     SELECT $2, owner_id, kind, 'Fresh', address, account_id, reach, credential_id, addresses_at FROM connection WHERE id = $1`,
    [known, id],
  );
  return id;
}

async function calendarRow(studio: CheckedStudio, calendar: CalendarName) {
  return await studio.database.prisma.calendar.findUniqueOrThrow({
    where: { id: studio.idOf(calendar) },
    select: {
      ownerId: true,
      connectionId: true,
      href: true,
      name: true,
      timeZone: true,
      capabilities: true,
      horizonFrom: true,
      horizonTo: true,
      source: { select: { nextSyncAt: true } },
    },
  });
}

async function fingerprint(studio: CheckedStudio, calendarId: string): Promise<string> {
  const rows = await studio.database.query<{ text: string }>(
    `SELECT concat_ws('|', o.href, o.uid, o.etag, md5(replace(o.source, E'\\r', '')), o.components::text, o.quarantined,
       (SELECT string_agg(concat_ws(',', starts_at, ends_at, recurrence_id, busy), ';' ORDER BY ordinal)
        FROM occurrence WHERE object_id = o.id)) AS text
     FROM calendar_object o WHERE calendar_id = $1 ORDER BY href`,
    [calendarId],
  );
  return rows.map(({ text }) => text).join('\n');
}
