import { addEvent } from '@atelier/usecases/events/add-event';
import { deleteEvent } from '@atelier/usecases/events/delete-event';
import { editEvent } from '@atelier/usecases/events/edit-event';
import { exportCalendar } from '@atelier/usecases/events/export-calendar';
import { importEvents } from '@atelier/usecases/events/import-events';
import { listEvents } from '@atelier/usecases/events/list-events';
import { markWatched } from '@atelier/usecases/events/mark-watched';
import { moveEvent } from '@atelier/usecases/events/move-event';
import { nextEvents } from '@atelier/usecases/events/next-events';
import { listDeleted, restoreEvent } from '@atelier/usecases/events/restore-event';
import { searchEvents } from '@atelier/usecases/events/search/search-events';
import { showEvent } from '@atelier/usecases/events/show-event';
import { undoEdit } from '@atelier/usecases/events/undo/undo-edit';
import { knownNames } from '@atelier/usecases/people/known-names';
import { eventInput, nextInput, searchInput, spanInput } from '../../input/agenda.ts';
import { calendarId } from '../../input/calendar.ts';
import {
  addEventInput,
  deleteEventInput,
  editEventInput,
  importInput,
  moveEventInput,
  restoreInput,
  undoInput,
  watchInput,
} from '../../input/event.ts';
import { streamWatched } from '../stream-watched.ts';
import { procedure, router, unwrap } from '../trpc.ts';

export const agendaRouter = router({
  events: procedure
    .input(spanInput)
    .query(async ({ ctx, input }) => unwrap(await listEvents(ctx.services, ctx.actor, input))),
  event: procedure
    .input(eventInput)
    .query(async ({ ctx, input }) => unwrap(await showEvent(ctx.services, ctx.actor, input))),
  search: procedure
    .input(searchInput)
    .query(({ ctx, input }) => searchEvents(ctx.services, ctx.actor, input)),
  next: procedure
    .input(nextInput)
    .query(({ ctx, input }) => nextEvents(ctx.services, ctx.actor, input.limit)),
  /** Whom a sentence of quick add may name. */
  names: procedure.query(({ ctx }) => knownNames(ctx.services, ctx.actor)),
  add: procedure
    .input(addEventInput)
    .mutation(async ({ ctx, input }) => unwrap(await addEvent(ctx.services, ctx.actor, input))),
  edit: procedure
    .input(editEventInput)
    .mutation(async ({ ctx, input }) => unwrap(await editEvent(ctx.services, ctx.actor, input))),
  remove: procedure
    .input(deleteEventInput)
    .mutation(async ({ ctx, input }) => unwrap(await deleteEvent(ctx.services, ctx.actor, input))),
  move: procedure
    .input(moveEventInput)
    .mutation(async ({ ctx, input }) => unwrap(await moveEvent(ctx.services, ctx.actor, input))),
  deleted: procedure.query(({ ctx }) => listDeleted(ctx.services, ctx.actor)),
  restore: procedure
    .input(restoreInput)
    .mutation(async ({ ctx, input }) => unwrap(await restoreEvent(ctx.services, ctx.actor, input))),
  undo: procedure
    .input(undoInput)
    .mutation(async ({ ctx, input }) => unwrap(await undoEdit(ctx.services, ctx.actor, input))),
  /** These calendars are on a screen, for as long as it asks. */
  watch: procedure
    .input(watchInput)
    .subscription(({ ctx, input, signal }) =>
      streamWatched(ctx, () => markWatched(ctx.services, ctx.actor, input.calendarIds), signal),
    ),
  import: procedure
    .input(importInput)
    .mutation(async ({ ctx, input }) => unwrap(await importEvents(ctx.services, ctx.actor, input))),
  export: procedure
    .input(calendarId)
    .query(async ({ ctx, input }) => unwrap(await exportCalendar(ctx.services, ctx.actor, input.calendarId))),
});
