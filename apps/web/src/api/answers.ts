import type { AppRouter } from '@atelier/api/app-router';
import type { inferRouterInputs, inferRouterOutputs } from '@trpc/server';

type Answers = inferRouterOutputs<AppRouter>;
type Inputs = inferRouterInputs<AppRouter>;

export type AgendaEvent = Answers['agenda']['events'][number];
export type EventDetail = Answers['agenda']['event'];
export type Calendar = Answers['calendars']['list'][number];
export type SyncState = Calendar['state'];
export type Failure = NonNullable<Calendar['failure']>;
export type SyncHistory = Answers['calendars']['history'];
export type Connection = Answers['connections']['list'][number];
export type AccountReport = Answers['connections']['test'];
export type TestStep = AccountReport['steps'][number];
export type RemoteCalendar = AccountReport['calendars'][number];
export type AccountInput = Inputs['connections']['test'];
export type ProviderKind = AccountInput['kind'];
export type Me = Answers['people']['me'];
export type Role = Me['role'];
/** An event of the live stream. */
export type Watched =
  Answers['changes']['watch'] extends AsyncIterable<{ readonly data: infer Data }> ? Data : never;
