import { withChildren } from '../edit/text/component-lines.ts';
import { isCancelling } from '../event/method.ts';
import { MASTER, type ObjectParts, objectParts } from '../merge/parts/object-parts.ts';
import { withZonesOf } from '../merge/parts/zones-of.ts';
import { type SourceComponent, type SourceNode, writeSource } from '../text/source-document.ts';
import { cancelled, sequenceOf } from './cancelled.ts';

export interface Incoming {
  readonly text: string;
  /** METHOD of the file (RFC 5546); null where it says nothing. */
  readonly method: string | null;
}

export type Applied =
  | { readonly ok: true; readonly text: string }
  /** Nothing is changed. */
  | { readonly ok: false; readonly reason: ApplyReason };

type ApplyReason = 'import-nothing-there' | 'import-older' | 'import-unclear';

/**
 * What becomes of the event that is there under the UID of an imported one, null where there is none (RFC 5546, 3.2). A
 * file about single instances changes those and leaves the series; a CANCEL takes back what it names, and adds nothing.
 */
export function appliedImport({ text, method }: Incoming, before: string | null): Applied {
  const cancels = isCancelling(method);
  if (before === null) return cancels ? refused('import-nothing-there') : { ok: true, text };
  const [incoming, existing] = [objectParts(text), objectParts(before)];
  if (!incoming || !existing) return cancels ? refused('import-unclear') : { ok: true, text };
  if (cancels && latest(incoming) < latest(existing)) return refused('import-older');
  if (!incoming.events.has(MASTER)) return { ok: true, text: withInstances(existing, incoming, cancels) };
  return { ok: true, text: cancels ? allCancelled(existing, latest(incoming)) : text };
}

function refused(reason: ApplyReason): Applied {
  return { ok: false, reason };
}

function latest({ events }: ObjectParts): number {
  return Math.max(0, ...[...events.values()].map(({ event }) => sequenceOf(event)));
}

function allCancelled({ document, calendar }: ObjectParts, sequence: number): string {
  const children = calendar.children.map((child) =>
    child.kind === 'component' && child.name === 'VEVENT' ? cancelled(child, sequence) : child,
  );
  return written(document.nodes, calendar, withChildren(calendar, children));
}

/** The series with these instances in it, each in the place of what stood for it before. */
function withInstances(existing: ObjectParts, incoming: ObjectParts, cancels: boolean): string {
  const { document, calendar } = existing;
  let children: readonly SourceNode[] = withZonesOf(calendar, incoming.calendar).children;
  for (const [name, { event }] of incoming.events) {
    const instance = cancels ? cancelled(event, 0) : event;
    const old = existing.events.get(name)?.event;
    const at = old ? children.indexOf(old) : -1;
    children = at < 0 ? [...children, instance] : children.with(at, instance);
  }
  return written(document.nodes, calendar, withChildren(calendar, children));
}

function written(nodes: readonly SourceNode[], old: SourceComponent, next: SourceComponent): string {
  return writeSource({ nodes: nodes.map((node) => (node === old ? next : node)) });
}
