import { ChevronRight, Cloud, type LucideIcon, Mountain, Server } from 'lucide-react';
import type { ProviderKind } from '../api/answers.ts';
import { useReader } from '../language/studio-reader.ts';

const KINDS: readonly { readonly kind: ProviderKind; readonly icon: LucideIcon }[] = [
  { kind: 'nextcloud', icon: Cloud },
  { kind: 'infomaniak', icon: Mountain },
  { kind: 'caldav', icon: Server },
];

export function ProviderCards({ onPick }: { readonly onPick: (kind: ProviderKind) => void }) {
  const { words } = useReader();
  return (
    <>
      <p className="mb-3">{words.connect.kindLead}</p>
      <ul className="space-y-2.5">
        {KINDS.map(({ kind, icon: Icon }) => (
          <li key={kind}>
            <button
              type="button"
              onClick={() => onPick(kind)}
              className="flex w-full items-center gap-4 rounded-xl border border-line p-4 text-left transition-colors hover:border-accent hover:bg-accent-soft"
            >
              <span className="flex size-10 shrink-0 items-center justify-center rounded-xl bg-accent-soft text-accent">
                <Icon aria-hidden className="size-5" />
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
