import { z } from 'zod';

/** How often what fails is tried again, with a wait that about doubles from time to time, by chance a little less. */
interface Retries {
  readonly retryLimit: number;
  /** Seconds. */
  readonly retryDelay: number;
  /** Seconds. */
  readonly retryDelayMax: number;
}

export interface JobKind extends Retries {
  readonly payload: z.ZodType<object>;
  /** Seconds after which a process that took the job is held to be dead, and another takes it. */
  readonly expireInSeconds: number;
  /**
   * Of jobs of one key: `exclusive`, there is one at most; `short`, one that waits, beside those that are under way.
   */
  readonly policy: 'exclusive' | 'short';
  /** So many at once in one process. */
  readonly atATime: number;
  /** When (cron, UTC) it is due by itself. */
  readonly schedule?: string;
  /** When (cron, UTC) it is looked for what is due and has no job. */
  readonly look?: string;
  /** Seconds within which a job is noticed whose time has come; new ones are noticed at once. */
  readonly pollingSeconds: number;
}

/** One thing that a job is about. */
const ITEM = z.object({ id: z.uuid() });
const NOTHING = z.object({});

const HOUR = 3_600;
const EVERY_MINUTE = '* * * * *';

/** Given up after about an hour. */
const USUAL = {
  policy: 'exclusive',
  retryLimit: 7,
  retryDelay: 30,
  retryDelayMax: HOUR,
  expireInSeconds: 300,
  atATime: 4,
  pollingSeconds: 5,
} as const;

/** Every kind of job there is. What one does is said once more, by its handler. */
export const JOB_KINDS = {
  'deliver-mail': {
    ...USUAL,
    payload: ITEM,
    // Ten tries within about nine hours.
    retryLimit: 9,
    retryDelay: 60,
    retryDelayMax: 6 * HOUR,
    pollingSeconds: 1,
    look: EVERY_MINUTE,
  },
  'expire-request': { ...USUAL, payload: ITEM, look: EVERY_MINUTE },
  'expire-inquiry': { ...USUAL, payload: ITEM, look: EVERY_MINUTE },
  'follow-booking': { ...USUAL, payload: ITEM, look: EVERY_MINUTE },
  'reverify-booking': { ...USUAL, payload: ITEM, look: EVERY_MINUTE },
  'remind-client': { ...USUAL, payload: ITEM, look: EVERY_MINUTE },
  // Within minutes it is old news.
  'send-push': {
    ...USUAL,
    payload: ITEM,
    retryLimit: 4,
    retryDelay: 10,
    pollingSeconds: 1,
    look: EVERY_MINUTE,
  },
  'send-outgoing': { ...USUAL, payload: ITEM, expireInSeconds: 900, pollingSeconds: 1, look: EVERY_MINUTE },
  'file-sent': { ...USUAL, payload: ITEM, pollingSeconds: 1, look: EVERY_MINUTE },
  'alert-admins': { ...USUAL, payload: ITEM, look: EVERY_MINUTE },
  'roll-horizon': { ...USUAL, payload: ITEM, look: '23 * * * *' },
  'reread-calendar': { ...USUAL, payload: ITEM, expireInSeconds: HOUR, look: '38 * * * *' },
  'tend-hints': { ...USUAL, payload: ITEM, look: EVERY_MINUTE },
  'remind-events': { ...USUAL, payload: NOTHING, schedule: EVERY_MINUTE },
  'release-holds': { ...USUAL, payload: NOTHING, schedule: EVERY_MINUTE },
  tidy: { ...USUAL, payload: NOTHING, expireInSeconds: HOUR, schedule: '53 * * * *' },
  'back-up': { ...USUAL, payload: NOTHING, expireInSeconds: 4 * HOUR, schedule: '41 2 * * *' },
  // What has become due while one looks may have been overlooked: another one may wait.
  'look-for-due': { ...USUAL, payload: z.object({ kind: z.string() }), policy: 'short', retryLimit: 0 },
} as const satisfies Record<string, JobKind>;

export type JobName = keyof typeof JOB_KINDS;
export type JobPayload<N extends JobName> = z.output<(typeof JOB_KINDS)[N]['payload']>;

export const JOB_NAMES = Object.keys(JOB_KINDS) as readonly JobName[];

export function jobKind(name: JobName): JobKind {
  return JOB_KINDS[name];
}

export function isJobName(name: string): name is JobName {
  return Object.hasOwn(JOB_KINDS, name);
}

/** @throws where a job holds what its kind does not. */
export function payloadOf<N extends JobName>(name: N, data: unknown): JobPayload<N> {
  return JOB_KINDS[name].payload.parse(data) as JobPayload<N>;
}
