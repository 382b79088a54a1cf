import { Circle, CircleCheck } from 'lucide-react';
import type { StudioArtist } from '../../api/answers.ts';
import { useReader } from '../../language/studio-reader.ts';

const NEEDED = ['calendar', 'services', 'hours'] as const;

/** What is still missing before clients can book. */
export function ReadyList({ ready }: { readonly ready: StudioArtist['ready'] }) {
  const { words } = useReader();
  return (
    <ul className="flex flex-wrap gap-x-4 gap-y-1 text-[13px]">
      {NEEDED.map((name) => {
        const Icon = ready[name] ? CircleCheck : Circle;
        return (
          <li key={name} className="flex items-center gap-1.5">
            <Icon aria-hidden className={ready[name] ? 'size-4 text-good' : 'size-4 text-warn'} />
            <span className={ready[name] ? 'text-soft' : 'font-medium'}>
              {words.studio.ready[name]}
              <span className="sr-only">: {ready[name] ? words.studio.readyYes : words.studio.readyNo}</span>
            </span>
          </li>
        );
      })}
    </ul>
  );
}
