import { Filter, ListChecks, Menu as MenuIcon, PenLine, RefreshCw, Search, X } from 'lucide-react';
import { type FormEvent, type RefObject, useState } from 'react';
import { toast } from 'sonner';
import { trpc } from '../../api/trpc.ts';
import { useProblemToast } from '../../calendars/use-sync-now.ts';
import { useReader } from '../../language/studio-reader.ts';
import { Button } from '../../ui/controls/button.tsx';
import { IconButton } from '../../ui/controls/icon-button.tsx';
import { Input } from '../../ui/controls/input.tsx';
import type { MailPlace } from '../use-mail-place.ts';

interface ListHeadProps {
  readonly title: string;
  readonly place: MailPlace;
  readonly searchField: RefObject<HTMLInputElement | null>;
  /** Null where the folders stand beside the list. */
  readonly onFolders: (() => void) | null;
  readonly onWrite: () => void;
  /** Null where nothing can be selected. */
  readonly onSelectAll: (() => void) | null;
}

/** Which list it is, and what can be done about it. */
export function ListHead({ title, place, searchField, onFolders, onWrite, onSelectAll }: ListHeadProps) {
  const { words } = useReader();
  const { search } = place;
  const plain = search.q === undefined && search.box === undefined;
  return (
    <div className="space-y-2 border-b border-line p-3">
      <div className="flex items-center gap-1">
        {onFolders && <IconButton icon={MenuIcon} label={words.mailbox.folders} onClick={onFolders} />}
        <h1 className="min-w-0 flex-1 truncate pl-1 text-lg font-semibold">{title}</h1>
        {onSelectAll && (
          <IconButton icon={ListChecks} label={words.mailbox.selectAll} onClick={onSelectAll} />
        )}
        {plain && (
          <IconButton
            icon={Filter}
            label={words.mailbox.unreadOnly}
            aria-pressed={search.unread === true}
            onClick={() => place.filter(search.unread !== true)}
            className={search.unread ? 'bg-accent-soft text-accent' : ''}
          />
        )}
        <AskButton />
        <Button look="primary" size="small" onClick={onWrite}>
          <PenLine aria-hidden className="size-4" />
          <span className="max-sm:sr-only">{words.mailbox.write}</span>
        </Button>
      </div>
      <SearchField key={search.q} place={place} field={searchField} />
    </div>
  );
}

function AskButton() {
  const { words } = useReader();
  const onError = useProblemToast();
  const ask = trpc.mailboxes.ask.useMutation({
    onError,
    onSuccess: () => void toast.success(words.mailbox.asked),
  });
  return (
    <IconButton
      icon={RefreshCw}
      label={words.mailbox.refresh}
      spinning={ask.isPending}
      onClick={() => ask.mutate()}
    />
  );
}

function SearchField({
  place,
  field,
}: {
  readonly place: MailPlace;
  readonly field: ListHeadProps['searchField'];
}) {
  const { words } = useReader();
  const { q = '' } = place.search;
  const [typed, setTyped] = useState(q);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    place.find(typed.trim());
  };
  return (
    <form role="search" onSubmit={submit} className="relative">
      <Search aria-hidden className="absolute top-3 left-3 size-4 text-soft" />
      <Input
        ref={field}
        type="search"
        aria-label={words.mailbox.search}
        aria-describedby="mail-operators"
        placeholder={words.mailbox.search}
        value={typed}
        onChange={({ currentTarget }) => setTyped(currentTarget.value)}
        onKeyDown={({ key, currentTarget }) => key === 'Escape' && currentTarget.blur()}
        className="peer pr-10 pl-9 [&::-webkit-search-cancel-button]:hidden"
      />
      {q !== '' && (
        <IconButton
          icon={X}
          label={words.mailbox.clear}
          onClick={() => place.find('')}
          className="absolute top-0 right-0"
        />
      )}
      <p id="mail-operators" className="mt-1.5 hidden text-xs text-soft peer-focus:block">
        {words.mailbox.searchHint}
      </p>
    </form>
  );
}
