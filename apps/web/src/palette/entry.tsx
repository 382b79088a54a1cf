import { Command } from 'cmdk';
import { createContext, type ReactNode, use } from 'react';
import { fit } from './fit.ts';

/** What is typed: an entry stands while it fits. */
export const TypedContext = createContext('');

interface EntryProps {
  /** By which it is found; unlike every other. */
  readonly name: string;
  /** What it is called as well. */
  readonly also?: readonly string[];
  /** An answer to what is typed: it stands whatever its name is. */
  readonly always?: boolean;
  readonly icon: ReactNode;
  /** At the right: the key that does the same, or a date. */
  readonly aside?: ReactNode;
  readonly disabled?: boolean;
  readonly onSelect: () => void;
  readonly children: ReactNode;
}

export function Entry({
  name,
  also = [],
  always = false,
  icon,
  aside,
  disabled = false,
  onSelect,
  children,
}: EntryProps) {
  const typed = use(TypedContext);
  if (!always && fit(name, typed, also) === 0) return null;
  return (
    <Command.Item
      value={name}
      disabled={disabled}
      onSelect={onSelect}
      className="flex min-h-11 cursor-default items-center gap-3 rounded-lg px-3 py-2 data-[disabled=true]:text-soft data-[selected=true]:bg-sunken"
    >
      <span aria-hidden className="flex size-4.5 shrink-0 items-center justify-center text-soft">
        {icon}
      </span>
      <span className="min-w-0 flex-1">{children}</span>
      {aside !== undefined && <span className="shrink-0 text-[13px] text-soft tabular-nums">{aside}</span>}
    </Command.Item>
  );
}

interface EntriesProps {
  readonly title: string;
  readonly children: ReactNode;
}

/** Hidden while none of them fits. */
export function Entries({ title, children }: EntriesProps) {
  return (
    <Command.Group
      heading={title}
      className="mb-1 [&:not(:has([cmdk-item]))]:hidden [&_[cmdk-group-heading]]:px-3 [&_[cmdk-group-heading]]:pt-2 [&_[cmdk-group-heading]]:pb-1 [&_[cmdk-group-heading]]:text-xs [&_[cmdk-group-heading]]:font-medium [&_[cmdk-group-heading]]:text-soft"
    >
      {children}
    </Command.Group>
  );
}

/** Of an entry that is done: what is chosen happens, and the palette goes. */
export interface Doing {
  readonly onDone: () => void;
}
