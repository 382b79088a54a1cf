import type { Calendar } from '../api/answers.ts';
import { colourOf } from '../calendars/colour.ts';
import { useReader } from '../language/studio-reader.ts';
import { Card } from '../ui/display/card.tsx';
import { ColourDot } from '../ui/display/colour-dot.tsx';
import { Keeping } from './keeping.tsx';

/** What is not kept in step, to be taken up again. */
export function Paused({ calendars }: { readonly calendars: readonly Calendar[] }) {
  const { words } = useReader();
  if (calendars.length === 0) return null;
  return (
    <section aria-labelledby="paused" className="mt-6">
      <h2 id="paused" className="mb-2 font-medium">
        {words.health.paused}
      </h2>
      <Card>
        <ul className="divide-y divide-line">
          {calendars.map((calendar) => (
            <li key={calendar.id} className="px-5 py-4">
              <p className="flex items-center gap-2.5 font-semibold">
                <ColourDot colour={colourOf(calendar)} />
                {calendar.name}
                <span className="text-[13px] font-normal text-soft">{calendar.connectionName}</span>
              </p>
              <Keeping calendar={calendar} />
            </li>
          ))}
        </ul>
      </Card>
    </section>
  );
}
