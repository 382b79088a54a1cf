import type { EventComponent } from '../occurrence.ts';
import type { EventLines } from './event-lines.ts';
import type { People } from './guests.ts';

/** Whether an event blocks time (T4). */
export function isBusy(
  component: EventComponent,
  people: People,
  lines: EventLines,
  tentativeBlocks: boolean,
): boolean {
  if (component.transparent || component.status === 'cancelled' || people.declined) return false;
  return tentativeBlocks || !isTentative(component, lines);
}

function isTentative(component: EventComponent, lines: EventLines): boolean {
  return (
    component.status === 'tentative' || lines.raw('X-MICROSOFT-CDO-BUSYSTATUS')?.toUpperCase() === 'TENTATIVE'
  );
}
