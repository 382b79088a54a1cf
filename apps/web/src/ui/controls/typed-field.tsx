import { useLayoutEffect, useRef, useState } from 'react';
import { Input } from './input.tsx';

interface TypedFieldProps<Value> {
  readonly label: string;
  /** What stands there, as it is written. */
  readonly text: string;
  /** Null for what is not understood. */
  readonly parse: (typed: string) => Value | null;
  readonly onCommit: (value: Value) => void;
  /** Said when it is not understood, on a line of its own where the field stands in a row that wraps. */
  readonly error: string;
  readonly errorId: string;
  readonly className?: string;
  readonly inputMode?: 'text' | 'numeric';
  readonly placeholder?: string;
  readonly disabled?: boolean | undefined;
  /** For a reason that is told elsewhere. */
  readonly invalid?: boolean | undefined;
}

/** Text that means something: taken when the field is left, with Enter too, and kept as it was typed where it means nothing. */
export function TypedField<Value>({
  label,
  text,
  parse,
  onCommit,
  error,
  errorId,
  className,
  invalid = false,
  ...rest
}: TypedFieldProps<Value>) {
  const [typed, setTyped] = useState<string | null>(null);
  const [wrong, setWrong] = useState(false);
  const input = useRef<HTMLInputElement>(null);
  // The field that was left may change this one just as it is entered: what is typed then replaces the whole of it.
  useLayoutEffect(() => {
    if (text !== '' && document.activeElement === input.current) input.current?.select();
  }, [text]);
  const commit = () => {
    if (typed === null) return;
    const value = parse(typed);
    setWrong(value === null);
    if (value === null) return;
    setTyped(null);
    onCommit(value);
  };
  return (
    <>
      <Input
        {...rest}
        ref={input}
        aria-label={label}
        aria-invalid={wrong || invalid || undefined}
        aria-describedby={wrong ? errorId : undefined}
        autoComplete="off"
        spellCheck={false}
        className={className}
        value={typed ?? text}
        onFocus={(event) => event.currentTarget.select()}
        onChange={(event) => setTyped(event.currentTarget.value)}
        onBlur={commit}
        onKeyDown={(event) => {
          if (event.key !== 'Enter' || event.ctrlKey || event.metaKey || typed === null) return;
          event.preventDefault();
          commit();
        }}
      />
      {wrong && (
        <span
          id={errorId}
          role="alert"
          className="order-last block basis-full text-[13px] leading-snug text-bad"
        >
          {error}
        </span>
      )}
    </>
  );
}
