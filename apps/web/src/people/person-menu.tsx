import { Ellipsis, KeyRound, Link, Power, ShieldOff, Trash2, UserCog } from 'lucide-react';
import { type ComponentProps, useState } from 'react';
import { toast } from 'sonner';
import type { Person } from '../api/answers.ts';
import { trpc } from '../api/trpc.ts';
import { useProblemToast } from '../calendars/use-sync-now.ts';
import { useReader } from '../language/studio-reader.ts';
import { Menu, MenuItem, MenuLine } from '../ui/overlay/menu.tsx';
import { DisableDialog } from './disable-dialog.tsx';
import { FactorDialog } from './factor-dialog.tsx';
import { RemovePersonDialog } from './remove-person-dialog.tsx';
import { ResetDialog } from './reset-dialog.tsx';
import { RoleDialog } from './role-dialog.tsx';

interface PersonMenuProps {
  readonly person: Person;
  readonly people: readonly Person[];
}

type Asked = 'role' | 'reset' | 'factor' | 'disable' | 'remove';

/** What an admin does with somebody else. */
export function PersonMenu({ person, people }: PersonMenuProps) {
  const { words } = useReader();
  const [asked, setAsked] = useState<Asked | null>(null);
  const close = () => setAsked(null);
  const { state } = person;
  return (
    <>
      <Menu trigger={<MenuButton name={person.name} />}>
        <MenuItem icon={<UserCog aria-hidden className="size-4" />} onSelect={() => setAsked('role')}>
          {words.people.changeRole}
        </MenuItem>
        {state === 'disabled' ? (
          <EnableItem person={person} />
        ) : (
          <>
            <MenuItem
              icon={
                state === 'invited' ? (
                  <Link aria-hidden className="size-4" />
                ) : (
                  <KeyRound aria-hidden className="size-4" />
                )
              }
              onSelect={() => setAsked('reset')}
            >
              {state === 'invited' ? words.people.newLink : words.people.reset}
            </MenuItem>
            {(person.secondFactor || person.passkeys > 0) && (
              <MenuItem
                icon={<ShieldOff aria-hidden className="size-4" />}
                onSelect={() => setAsked('factor')}
              >
                {words.people.factorTake}
              </MenuItem>
            )}
            <MenuItem icon={<Power aria-hidden className="size-4" />} onSelect={() => setAsked('disable')}>
              {words.people.disable}
            </MenuItem>
          </>
        )}
        <MenuLine />
        <MenuItem icon={<Trash2 aria-hidden className="size-4" />} onSelect={() => setAsked('remove')}>
          {words.people.remove}
        </MenuItem>
      </Menu>
      <RoleDialog person={person} open={asked === 'role'} onClose={close} />
      <ResetDialog person={person} open={asked === 'reset'} onClose={close} />
      <FactorDialog person={person} open={asked === 'factor'} onClose={close} />
      <DisableDialog person={person} open={asked === 'disable'} onClose={close} />
      <RemovePersonDialog person={person} people={people} open={asked === 'remove'} onClose={close} />
    </>
  );
}

function EnableItem({ person: { id, name } }: { readonly person: Person }) {
  const { words } = useReader();
  const queries = trpc.useUtils();
  const enable = trpc.people.enable.useMutation({
    onError: useProblemToast(),
    onSuccess: () => {
      toast.success(words.people.enabled({ name }));
      void queries.people.list.invalidate();
    },
  });
  return (
    <MenuItem icon={<Power aria-hidden className="size-4" />} onSelect={() => enable.mutate({ id })}>
      {words.people.enable}
    </MenuItem>
  );
}

/** Props come from the menu, which makes it its trigger. */
function MenuButton({ name, ...props }: ComponentProps<'button'> & { readonly name: string }) {
  const { words } = useReader();
  return (
    <button
      type="button"
      aria-label={words.people.actionsOf({ name })}
      {...props}
      className="inline-flex size-10 shrink-0 items-center justify-center rounded-lg text-soft transition-colors hover:bg-sunken hover:text-ink"
    >
      <Ellipsis aria-hidden className="size-[18px]" />
    </button>
  );
}
