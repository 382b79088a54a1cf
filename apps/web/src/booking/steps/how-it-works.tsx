import { CalendarClock, MessageCircleReply, SquarePen } from 'lucide-react';
import { useMailText } from '../frame/studio-context.ts';
import { useReader } from '../language/reader.ts';

/** What somebody is getting into, where there is room to say it. */
export function HowItWorks() {
  const { words } = useReader();
  const text = useMailText();
  const points = [
    { icon: CalendarClock, said: words.book.howChoose },
    { icon: MessageCircleReply, said: text(words.book.howAnswer) },
    { icon: SquarePen, said: text(words.book.howChange) },
  ];
  return (
    <aside aria-label={words.book.how} className="sticky top-8 pt-10">
      <p className="mb-4 text-[13px] font-medium text-soft">{words.book.how}</p>
      <ol className="grid gap-5">
        {points.map(({ icon: Icon, said }) => (
          <li key={said} className="flex gap-3.5 leading-snug">
            <span className="flex size-9 shrink-0 items-center justify-center rounded-full bg-accent-soft text-accent">
              <Icon aria-hidden className="size-4.5" />
            </span>
            <span className="pt-1">{said}</span>
          </li>
        ))}
      </ol>
    </aside>
  );
}
