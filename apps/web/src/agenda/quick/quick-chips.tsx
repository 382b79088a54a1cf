import type { Span, SpanKind } from '@atelier/quick-add/sentence';
import {
  Bell,
  CalendarDays,
  Clock,
  Hourglass,
  Layers,
  type LucideIcon,
  MapPin,
  Repeat,
  Sun,
  UserRound,
  X,
} from 'lucide-react';
import { useReader } from '../../language/studio-reader.ts';

const ICONS: Readonly<Record<SpanKind, LucideIcon>> = {
  date: CalendarDays,
  time: Clock,
  duration: Hourglass,
  repeat: Repeat,
  until: Repeat,
  allDay: Sun,
  place: MapPin,
  people: UserRound,
  calendar: Layers,
  alarm: Bell,
  free: Sun,
};

interface QuickChipsProps {
  readonly spans: readonly Span[];
  readonly onTakeBack: (span: Span) => void;
}

/** The words that were understood, each of which can be taken back: it is a word of the title then. */
export function QuickChips({ spans, onTakeBack }: QuickChipsProps) {
  const { words } = useReader();
  if (spans.length === 0) return null;
  return (
    <ul aria-label={words.quick.understood} className="flex flex-wrap gap-1.5">
      {spans.map((span) => (
        <li key={`${span.kind} ${span.from}`}>
          <Chip span={span} onTakeBack={() => onTakeBack(span)} />
        </li>
      ))}
    </ul>
  );
}

function Chip({ span, onTakeBack }: { readonly span: Span; readonly onTakeBack: () => void }) {
  const { words } = useReader();
  const Icon = ICONS[span.kind];
  return (
    <button
      type="button"
      aria-label={words.quick.takeBack({ kind: words.quick.kinds[span.kind], text: span.text })}
      onClick={onTakeBack}
      className="group inline-flex h-8 max-w-full items-center gap-1.5 rounded-full bg-accent-soft pr-1.5 pl-2.5 text-[13px] font-medium text-accent transition-colors hover:bg-sunken pointer-coarse:h-11 pointer-coarse:px-3.5"
    >
      <Icon aria-hidden className="size-3.5 shrink-0" />
      <span className="truncate">{span.text}</span>
      <X aria-hidden className="size-3.5 shrink-0 opacity-60 group-hover:opacity-100" />
    </button>
  );
}
