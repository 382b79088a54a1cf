import { createHash } from 'node:crypto';
import { createRequire } from 'node:module';
import { setTimeout as delay } from 'node:timers/promises';
import type { PgBoss, Queue } from 'pg-boss';
import { JOB_NAMES, type JobName, jobKind } from './job-kinds.ts';
import { keyOf, type SqlRunner, sqlOf } from './job-queue.ts';
import { DEAD_LETTERS, JOB_SCHEMA } from './job-schema.ts';

const DAY = 86_400;

/**
 * Creates or upgrades what pg-boss keeps in the database, and makes its queues as the kinds of jobs want them. For one
 * process at a time: whoever migrates.
 * @throws in words for an operator where the schema cannot be created.
 */
export async function installJobs(client: SqlRunner): Promise<void> {
  const wanted = digestOfWanted();
  if ((await installed(client)) === wanted) return;
  await install(client);
  // Whoever does not own the schema may not write on it, and looks again at the next start.
  await client.query(`COMMENT ON SCHEMA ${JOB_SCHEMA} IS '${wanted}'`).catch(() => undefined);
}

/** Of all that decides what an installation makes. Every process asks as it starts, and pg-boss is long to load. */
function digestOfWanted(): string {
  const { version } = createRequire(import.meta.url)('pg-boss/package.json');
  const wanted = { version, queues: wantedQueues(), schedules: wantedSchedules() };
  return createHash('sha256').update(JSON.stringify(wanted)).digest('hex');
}

/** What the last installation wrote on its schema, with which it goes. */
async function installed(client: SqlRunner): Promise<unknown> {
  const { rows } = await client.query(
    "SELECT obj_description(oid, 'pg_namespace') AS digest FROM pg_namespace WHERE nspname = $1",
    [JOB_SCHEMA],
  );
  return (rows[0] as { readonly digest: unknown } | undefined)?.digest;
}

async function install(client: SqlRunner): Promise<void> {
  const { PgBoss } = await import('pg-boss');
  const createSchema = !(await schemaExists(client));
  if (createSchema) await proveMayCreate(client);
  const quiet = { supervise: false, schedule: false } as const;
  const boss = new PgBoss({ db: sqlOf(client), schema: JOB_SCHEMA, createSchema, ...quiet });
  let failure: Error | null = null;
  boss.on('error', (error) => {
    failure ??= error;
  });
  await boss.start();
  try {
    await indexesAreBuilt(boss);
    await makeQueues(boss);
    await makeSchedules(boss);
  } finally {
    await boss.stop({ graceful: false, close: false });
  }
  if (failure !== null) throw failure;
}

async function schemaExists(client: SqlRunner): Promise<boolean> {
  return (await client.query('SELECT 1 FROM pg_namespace WHERE nspname = $1', [JOB_SCHEMA])).rows.length > 0;
}

async function proveMayCreate(client: SqlRunner): Promise<void> {
  const may = await client.query(
    "SELECT 1 WHERE has_database_privilege(current_database(), 'CREATE') LIMIT 1",
  );
  if (may.rows.length > 0) return;
  throw new Error(
    `This role may not create the schema “${JOB_SCHEMA}”, where work waits to be done. Have its owner run: ` +
      `CREATE SCHEMA ${JOB_SCHEMA} AUTHORIZATION the_role_of_atelier;`,
  );
}

const LOOK_MS = 50;

/** An upgrade builds large indexes one after the other, so that nobody waits for a lock. */
async function indexesAreBuilt(boss: PgBoss): Promise<void> {
  for (;;) {
    const open = (await boss.getBamStatus()).filter(
      ({ status }) => status === 'pending' || status === 'in_progress',
    );
    if (open.length === 0) return;
    await delay(LOOK_MS);
  }
}

/** Kept so long after they are done, for whoever looks into the tables. */
const DONE_KEPT = DAY;
/** Kept until a person looks; what is due still is found and tried again afterwards. */
const DEAD_KEPT = 60 * DAY;

function wantedQueues(): readonly Queue[] {
  return [
    { name: DEAD_LETTERS, retentionSeconds: DEAD_KEPT, deleteAfterSeconds: DEAD_KEPT },
    ...JOB_NAMES.map(queueOf),
  ];
}

async function makeQueues(boss: PgBoss): Promise<void> {
  const there = new Map((await boss.getQueues()).map((queue) => [queue.name, queue]));
  for (const queue of wantedQueues()) {
    const before = there.get(queue.name);
    if (!before) await boss.createQueue(queue.name, queue);
    else if (differs(before, queue)) await boss.updateQueue(queue.name, changeable(queue));
  }
}

function queueOf(name: JobName): Queue {
  const { policy, retryLimit, retryDelay, retryDelayMax, expireInSeconds } = jobKind(name);
  return {
    name,
    policy,
    notify: true,
    retryLimit,
    retryDelay,
    retryDelayMax,
    retryBackoff: true,
    expireInSeconds,
    deleteAfterSeconds: DONE_KEPT,
    ...(retryLimit > 0 && { deadLetter: DEAD_LETTERS }),
  };
}

function differs(before: Queue, wanted: Queue): boolean {
  return Object.entries(changeable(wanted)).some(([key, value]) => before[key as keyof Queue] !== value);
}

/** What a queue is called and which jobs exclude each other stays. */
function changeable({ name: _name, policy: _policy, ...rest }: Queue) {
  return rest;
}

interface Recurring {
  readonly name: JobName;
  readonly cron: string;
  readonly payload: object;
}

function schedulesOf(name: JobName): readonly Recurring[] {
  const { look, schedule } = jobKind(name);
  if (look !== undefined) return [{ name: 'look-for-due', cron: look, payload: { kind: name } }];
  return schedule === undefined ? [] : [{ name, cron: schedule, payload: {} }];
}

function wantedSchedules() {
  return JOB_NAMES.flatMap(schedulesOf).map((one) => ({ ...one, key: keyOf(one.payload) }));
}

async function makeSchedules(boss: PgBoss): Promise<void> {
  const wanted = wantedSchedules();
  const there = await boss.getSchedules();
  for (const { name, cron, payload, key } of wanted) {
    if (there.some((one) => one.name === name && one.key === key && one.cron === cron)) continue;
    await boss.schedule(name, cron, payload, { key, singletonKey: key });
  }
  for (const { name, key } of there)
    if (!wanted.some((one) => one.name === name && one.key === key)) await boss.unschedule(name, key);
}
