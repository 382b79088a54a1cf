import { classNames } from '../ui/class-names.ts';

/** An easel that is an A, with the day marked on it. */
export function Mark({ className }: { readonly className?: string }) {
  return (
    <svg aria-hidden viewBox="0 0 32 32" className={className}>
      <rect width="32" height="32" rx="9" className="fill-accent" />
      <path
        d="M8.5 24.5 16 7.5l7.5 17"
        fill="none"
        strokeWidth="2.6"
        strokeLinecap="round"
        strokeLinejoin="round"
        className="stroke-accent-ink"
      />
      <circle cx="16" cy="19.4" r="2.3" className="fill-[light-dark(#f2b29b,#b43a1c)]" />
    </svg>
  );
}

export function Wordmark({ large = false }: { readonly large?: boolean }) {
  return (
    <span
      className={classNames(
        'flex items-center font-semibold tracking-[-0.03em]',
        large ? 'gap-3 text-3xl' : 'gap-2.5 text-lg',
      )}
    >
      <Mark className={large ? 'size-10' : 'size-8'} />
      Atelier
    </span>
  );
}
