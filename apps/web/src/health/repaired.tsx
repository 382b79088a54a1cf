import { isFlag } from '../agenda/event/event-flags.ts';
import { eventTitle } from '../agenda/event/event-title.ts';
import type { SyncHistory } from '../api/answers.ts';
import { useReader } from '../language/studio-reader.ts';

/** Events that were mended, or not understood in some part, and what that was. */
export function Repaired({ events }: { readonly events: SyncHistory['repaired'] }) {
  const { words } = useReader();
  return (
    <section>
      <h3 className="mb-2 font-medium">{words.health.repaired({ count: events.length })}</h3>
      <ul className="max-h-80 space-y-2 overflow-auto">
        {events.map(({ id, summary, flags }) => (
          <li key={id} className="rounded-lg bg-sunken px-3 py-2">
            <p className="font-medium">{eventTitle({ title: summary }, words)}</p>
            {flags.map((flag) => (
              <p key={flag} className="text-soft">
                {isFlag(flag) ? words.event.flags[flag] : flag}
              </p>
            ))}
          </li>
        ))}
      </ul>
    </section>
  );
}
