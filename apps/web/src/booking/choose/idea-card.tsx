import { Feather } from 'lucide-react';
import { useReader } from '../language/reader.ts';

/** The other way in, for whatever has no fixed length. */
export function IdeaCard({ address }: { readonly address: string }) {
  const { words } = useReader();
  return (
    <div className="mt-6 flex flex-col gap-4 rounded-2xl bg-sunken p-5 sm:flex-row sm:items-center">
      <div className="flex-1">
        <h3 className="font-semibold">{words.book.ideaLead}</h3>
        <p className="mt-0.5 text-soft">{words.book.ideaHint}</p>
      </div>
      <a
        href={address}
        className="inline-flex h-12 shrink-0 items-center justify-center gap-2 rounded-xl border border-line-strong bg-surface px-5 font-medium transition-colors hover:border-accent"
      >
        <Feather aria-hidden className="size-4.5 text-accent" />
        {words.book.idea}
      </a>
    </div>
  );
}
