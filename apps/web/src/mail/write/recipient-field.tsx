import { type Mailbox as Person, uniqueMailboxes, writtenMailbox } from '@atelier/mail/address/mailbox';
import { readRecipients } from '@atelier/mail/address/typed-recipients';
import { X } from 'lucide-react';
import { type KeyboardEvent, useId, useState } from 'react';
import { trpc } from '../../api/trpc.ts';
import { useReader } from '../../language/studio-reader.ts';

interface RecipientFieldProps {
  readonly label: string;
  readonly people: readonly Person[];
  readonly onChange: (people: Person[]) => void;
}

/** Addresses, one after the other; those whom the mailboxes know are proposed. */
export function RecipientField({ label, people, onChange }: RecipientFieldProps) {
  const { words } = useReader();
  const id = useId();
  const [typed, setTyped] = useState('');
  const [unknown, setUnknown] = useState<string | null>(null);
  const part = typed.trim();
  const { data: known = [] } = trpc.mailboxes.people.useQuery({ part }, { enabled: part.length >= 2 });
  const take = (line: string) => {
    const read = readRecipients(line);
    setUnknown(read.unknown[0] ?? null);
    setTyped(read.unknown.join(', '));
    if (read.mailboxes.length > 0) onChange([...uniqueMailboxes([...people, ...read.mailboxes])]);
  };
  const press = (event: KeyboardEvent<HTMLInputElement>) => {
    const { key } = event;
    if (key === 'Backspace' && typed === '') onChange(people.slice(0, -1));
    if (!['Enter', ',', ';'].includes(key) || part === '') return;
    event.preventDefault();
    take(typed);
  };
  return (
    <div>
      <div className="flex flex-wrap items-center gap-1.5 rounded-lg border border-line-strong bg-surface px-2 py-1.5 focus-within:outline-2 focus-within:outline-accent">
        <label htmlFor={id} className="text-[13px] text-soft">
          {label}
        </label>
        {people.map((person) => (
          <Chip
            key={person.address}
            person={person}
            onRemove={() => onChange(people.filter((other) => other !== person))}
          />
        ))}
        <input
          id={id}
          type="text"
          inputMode="email"
          autoComplete="off"
          autoCapitalize="none"
          spellCheck={false}
          list={`${id}-known`}
          aria-invalid={unknown !== null || undefined}
          aria-describedby={unknown === null ? undefined : `${id}-unknown`}
          title={words.outgoing.addressHint}
          value={typed}
          onChange={({ currentTarget }) => setTyped(currentTarget.value)}
          onKeyDown={press}
          onBlur={() => part !== '' && take(typed)}
          className="h-7 min-w-32 flex-1 bg-transparent text-base outline-none sm:text-sm"
        />
        <datalist id={`${id}-known`}>
          {known.map((person) => (
            <option key={person.address}>{writtenMailbox(person)}</option>
          ))}
        </datalist>
      </div>
      {unknown !== null && (
        <p id={`${id}-unknown`} role="alert" className="mt-1 text-[13px] text-bad">
          {words.outgoing.unknown({ text: unknown })}
        </p>
      )}
    </div>
  );
}

function Chip({ person, onRemove }: { readonly person: Person; readonly onRemove: () => void }) {
  const { words } = useReader();
  const { name, address } = person;
  return (
    <span
      title={address}
      className="inline-flex max-w-full items-center gap-1 rounded-full bg-sunken py-0.5 pr-1 pl-2.5 text-[13px]"
    >
      <span className="truncate">{name || address}</span>
      <button
        type="button"
        aria-label={words.outgoing.removeAddress({ address })}
        onClick={onRemove}
        className="rounded-full p-0.5 text-soft hover:text-ink"
      >
        <X aria-hidden className="size-3.5" />
      </button>
    </span>
  );
}
