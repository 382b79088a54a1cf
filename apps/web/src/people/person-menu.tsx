import { Ellipsis, KeyRound, Link, Power, Trash2, UserCog } from 'lucide-react';
import { type ComponentProps, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { toast } from 'sonner';
import type { Person } from '../api/answers.ts';
import { trpc } from '../api/trpc.ts';
import { useProblemToast } from '../calendars/use-sync-now.ts';
import { Menu, MenuItem, MenuLine } from '../ui/overlay/menu.tsx';
import { DisableDialog } from './disable-dialog.tsx';
import { RemovePersonDialog } from './remove-person-dialog.tsx';
import { ResetDialog } from './reset-dialog.tsx';
import { RoleDialog } from './role-dialog.tsx';

interface PersonMenuProps {
  readonly person: Person;
  readonly people: readonly Person[];
}

type Asked = 'role' | 'reset' | 'disable' | 'remove';

/** What an admin does with somebody else. */
export function PersonMenu({ person, people }: PersonMenuProps) {
  const { t } = useTranslation();
  const [asked, setAsked] = useState<Asked | null>(null);
  const close = () => setAsked(null);
  const { state } = person;
  return (
    <>
      <Menu trigger={<MenuButton name={person.name} />}>
        <MenuItem icon={<UserCog aria-hidden className="size-4" />} onSelect={() => setAsked('role')}>
          {t('people.changeRole')}
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
              {t(state === 'invited' ? 'people.newLink' : 'people.reset')}
            </MenuItem>
            <MenuItem icon={<Power aria-hidden className="size-4" />} onSelect={() => setAsked('disable')}>
              {t('people.disable')}
            </MenuItem>
          </>
        )}
        <MenuLine />
        <MenuItem icon={<Trash2 aria-hidden className="size-4" />} onSelect={() => setAsked('remove')}>
          {t('people.remove')}
        </MenuItem>
      </Menu>
      <RoleDialog person={person} open={asked === 'role'} onClose={close} />
      <ResetDialog person={person} open={asked === 'reset'} onClose={close} />
      <DisableDialog person={person} open={asked === 'disable'} onClose={close} />
      <RemovePersonDialog person={person} people={people} open={asked === 'remove'} onClose={close} />
    </>
  );
}

function EnableItem({ person: { id, name } }: { readonly person: Person }) {
  const { t } = useTranslation();
  const queries = trpc.useUtils();
  const enable = trpc.people.enable.useMutation({
    onError: useProblemToast(),
    onSuccess: () => {
      toast.success(t('people.enabled', { name }));
      void queries.people.list.invalidate();
    },
  });
  return (
    <MenuItem icon={<Power aria-hidden className="size-4" />} onSelect={() => enable.mutate({ id })}>
      {t('people.enable')}
    </MenuItem>
  );
}

/** Props come from the menu, which makes it its trigger. */
function MenuButton({ name, ...props }: ComponentProps<'button'> & { readonly name: string }) {
  const { t } = useTranslation();
  return (
    <button
      type="button"
      aria-label={t('people.actionsOf', { name })}
      {...props}
      className="inline-flex size-10 shrink-0 items-center justify-center rounded-lg text-soft transition-colors hover:bg-sunken hover:text-ink"
    >
      <Ellipsis aria-hidden className="size-[18px]" />
    </button>
  );
}
