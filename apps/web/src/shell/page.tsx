import type { ReactNode } from 'react';
import { usePageTitle } from './use-page-title.ts';

interface PageProps {
  readonly title: string;
  readonly lead: string;
  readonly action?: ReactNode;
  readonly children: ReactNode;
}

/** The frame of an ordinary page. */
export function Page({ title, lead, action, children }: PageProps) {
  usePageTitle(title);
  return (
    <div className="mx-auto max-w-5xl px-4 py-6 sm:px-6 lg:px-10 lg:py-10">
      <header className="mb-6 flex flex-wrap items-end justify-between gap-4">
        <div className="min-w-0">
          <h1 className="text-2xl font-semibold">{title}</h1>
          <p className="mt-1 text-soft">{lead}</p>
        </div>
        {action}
      </header>
      {children}
    </div>
  );
}
