import type { ReactNode } from 'react';
import { useReader } from '../language/reader.ts';
import { useSearch } from '../url/location.ts';
import { isEmbedded, useTellHeight } from './embed.ts';
import { LanguageSwitch } from './language-switch.tsx';
import { StudioCard } from './studio-card.tsx';

interface FrameProps {
  /** Null while it is not known. */
  readonly studio: string | null;
  readonly children: ReactNode;
}

/** What stands around every public page; inside somebody else's page, nothing does. */
export function Frame({ studio, children }: FrameProps) {
  const { words } = useReader();
  const embedded = isEmbedded(useSearch());
  useTellHeight(embedded);
  if (embedded)
    return (
      <main id="content" className="px-1 pt-1 pb-4 text-[15px] leading-relaxed">
        {children}
        <div className="mt-6 flex flex-wrap items-end justify-between gap-4 text-[13px] text-soft">
          <StudioCard />
          <LanguageSwitch />
        </div>
      </main>
    );
  return (
    <div className="flex min-h-dvh flex-col text-[15px] leading-relaxed">
      <a
        href="#content"
        className="sr-only z-50 rounded-lg bg-accent px-4 py-2 font-medium text-accent-ink focus:not-sr-only focus:absolute focus:top-3 focus:left-3"
      >
        {words.common.skip}
      </a>
      <header className="border-b border-line">
        <div className="mx-auto flex h-14 max-w-5xl sm:h-16 items-center justify-between gap-4 px-5 sm:px-8">
          <p className="truncate text-[17px] font-semibold tracking-[-0.02em]">
            {studio ?? (
              <span className="inline-block h-5 w-32 animate-pulse rounded-md bg-sunken align-middle" />
            )}
          </p>
          <LanguageSwitch />
        </div>
      </header>
      <main
        id="content"
        tabIndex={-1}
        className="mx-auto w-full max-w-5xl flex-1 px-5 pt-5 pb-14 sm:px-8 sm:pt-10"
      >
        {children}
      </main>
      <footer className="mx-auto w-full max-w-5xl px-5 pb-8 text-[13px] text-soft sm:px-8">
        <StudioCard />
        <p className="mt-2">{words.common.poweredBy}</p>
      </footer>
    </div>
  );
}
