import { CalendarClock, MessageCircleReply, SquarePen } from 'lucide-react';
import { useReader } from '../words/words.ts';

/** What somebody is getting into, where there is room to say it. */
export function HowItWorks() {
  const { words } = useReader();
  const points = [
    { icon: CalendarClock, text: words.book.howChoose },
    { icon: MessageCircleReply, text: words.book.howAnswer },
    { icon: SquarePen, text: words.book.howChange },
  ];
  return (
    <aside aria-label={words.book.how} className="sticky top-8 pt-10">
      <p className="mb-4 text-[13px] font-medium text-soft">{words.book.how}</p>
      <ol className="grid gap-5">
        {points.map(({ icon: Icon, text }) => (
          <li key={text} className="flex gap-3.5 leading-snug">
            <span className="flex size-9 shrink-0 items-center justify-center rounded-full bg-accent-soft text-accent">
              <Icon aria-hidden className="size-4.5" />
            </span>
            <span className="pt-1">{text}</span>
          </li>
        ))}
      </ol>
    </aside>
  );
}
