import { PROVIDER_KINDS, type ProviderKind } from '@atelier/providers/kinds';
import {
  Apple,
  CalendarDays,
  ChevronRight,
  Cloud,
  LayoutGrid,
  Link2,
  type LucideIcon,
  Mountain,
  Server,
} from 'lucide-react';
import { useReader } from '../language/studio-reader.ts';

const ICONS: Readonly<Record<ProviderKind, LucideIcon>> = {
  microsoft: LayoutGrid,
  google: CalendarDays,
  nextcloud: Cloud,
  infomaniak: Mountain,
  icloud: Apple,
  caldav: Server,
  ics: Link2,
};

export function ProviderCards({ onPick }: { readonly onPick: (kind: ProviderKind) => void }) {
  const { words } = useReader();
  return (
    <>
      <p className="mb-3">{words.connect.find.or}</p>
      <ul className="space-y-2.5">
        {PROVIDER_KINDS.map((kind) => (
          <li key={kind}>
            <button
              type="button"
              onClick={() => onPick(kind)}
              className="flex w-full items-center gap-4 rounded-xl border border-line p-4 text-left transition-colors hover:border-accent hover:bg-accent-soft"
            >
              <span className="flex size-10 shrink-0 items-center justify-center rounded-xl bg-accent-soft text-accent">
                <KindIcon kind={kind} />
              </span>
              <span className="flex-1">
                <span className="block font-medium">{words.connect.kinds[kind]}</span>
                <span className="block text-[13px] text-soft">{words.connect.kindHints[kind]}</span>
              </span>
              <ChevronRight aria-hidden className="size-5 text-soft" />
            </button>
          </li>
        ))}
      </ul>
    </>
  );
}

function KindIcon({ kind }: { readonly kind: ProviderKind }) {
  const Icon = ICONS[kind];
  return <Icon aria-hidden className="size-5" />;
}
