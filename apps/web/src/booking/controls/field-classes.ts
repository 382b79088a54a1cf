/** Larger than in the studio's own pages: this is filled in with a thumb. 16 px keeps iOS from zooming in. */
export const controlClass =
  'w-full rounded-xl border border-line-strong bg-surface px-3.5 text-base placeholder:text-soft aria-invalid:border-2 aria-invalid:border-bad';
