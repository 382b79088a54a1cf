import { useEffect, useRef } from 'react';
import { useReader } from '../language/reader.ts';

export interface SummedError {
  readonly field: string;
  readonly text: string;
}

interface ErrorSummaryProps {
  readonly errors: readonly SummedError[];
  /** Grows with every try: the focus goes here each time. */
  readonly tries: number;
}

/** Everything that has to be looked at again, with a link to each field. */
export function ErrorSummary({ errors, tries }: ErrorSummaryProps) {
  const { words } = useReader();
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (tries > 0) box.current?.focus();
  }, [tries]);
  if (errors.length === 0) return null;
  return (
    <div
      ref={box}
      tabIndex={-1}
      role="alert"
      className="mb-6 rounded-2xl border border-bad bg-bad-soft px-4 py-3.5"
    >
      <p className="font-semibold text-bad">{words.details.problems}</p>
      <ul className="mt-1 list-disc pl-5">
        {errors.map(({ field, text }) => (
          <li key={field}>
            <a
              href={`#${field}`}
              className="py-1 underline underline-offset-2"
              onClick={(event) => {
                event.preventDefault();
                document.getElementById(field)?.focus();
              }}
            >
              {text}
            </a>
          </li>
        ))}
      </ul>
    </div>
  );
}
