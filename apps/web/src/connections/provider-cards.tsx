import { ChevronRight, Cloud, type LucideIcon, Mountain, Server } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { ProviderKind } from '../api/answers.ts';

const KINDS: readonly { readonly kind: ProviderKind; readonly icon: LucideIcon }[] = [
  { kind: 'nextcloud', icon: Cloud },
  { kind: 'infomaniak', icon: Mountain },
  { kind: 'caldav', icon: Server },
];

export function ProviderCards({ onPick }: { readonly onPick: (kind: ProviderKind) => void }) {
  const { t } = useTranslation();
  return (
    <>
      <p className="mb-3">{t('connect.kindLead')}</p>
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
                <span className="block font-medium">{t(`connect.kinds.${kind}`)}</span>
                <span className="block text-[13px] text-soft">{t(`connect.kindHints.${kind}`)}</span>
              </span>
              <ChevronRight aria-hidden className="size-5 text-soft" />
            </button>
          </li>
        ))}
      </ul>
    </>
  );
}
