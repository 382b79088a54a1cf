import { LANGUAGE_NAMES, LANGUAGES } from '@atelier/words/language';
import { useNavigate } from '@tanstack/react-router';
import { LogOut, UserRound } from 'lucide-react';
import { useState } from 'react';
import { useReader } from '../language/studio-reader.ts';
import { useUnsentEdits } from '../offline/unsent/use-unsent-edits.ts';
import { ConfirmDialog } from '../ui/overlay/confirm-dialog.tsx';
import { Menu, MenuChoice, MenuItem, MenuLine } from '../ui/overlay/menu.tsx';
import { applyTheme, storedTheme, THEMES } from './theme.ts';
import { useMe } from './use-me.ts';

export function UserMenu({ onSignOut }: { readonly onSignOut: () => void }) {
  const { words, language, speak } = useReader();
  const me = useMe();
  const [theme, setTheme] = useState(storedTheme);
  const navigate = useNavigate();
  const [leaving, setLeaving] = useState(false);
  const unsent = useUnsentEdits().length;
  return (
    <>
      <Menu side="top" trigger={<UserButton />}>
        <div className="px-2.5 py-2">
          <p className="font-medium">{me.name}</p>
          <p className="text-xs text-soft">{me.email}</p>
          <p className="mt-1 text-xs text-soft">{words.shell.roles[me.role]}</p>
        </div>
        <MenuLine />
        <MenuChoice
          label={words.shell.language}
          value={language}
          options={LANGUAGES.map((value) => ({ value, label: LANGUAGE_NAMES[value] }))}
          onChange={speak}
        />
        <MenuLine />
        <MenuChoice
          label={words.shell.theme}
          value={theme}
          options={THEMES.map((value) => ({ value, label: words.shell.themes[value] }))}
          onChange={(next) => {
            applyTheme(next);
            setTheme(next);
          }}
        />
        <MenuLine />
        <MenuItem
          icon={<UserRound aria-hidden className="size-4" />}
          onSelect={() => void navigate({ to: '/account' })}
        >
          {words.account.title}
        </MenuItem>
        <MenuItem
          icon={<LogOut aria-hidden className="size-4" />}
          onSelect={() => (unsent > 0 ? setLeaving(true) : onSignOut())}
        >
          {words.shell.signOut}
        </MenuItem>
      </Menu>
      <ConfirmDialog
        open={leaving}
        onClose={() => setLeaving(false)}
        onConfirm={onSignOut}
        pending={false}
        title={words.offline.leaveUnsent}
        lead={words.offline.leaveUnsentLead({ count: unsent })}
        confirm={words.shell.signOut}
      />
    </>
  );
}

/** Props come from the menu, which makes it its trigger. */
function UserButton(props: React.ComponentProps<'button'>) {
  const { words } = useReader();
  const { name, role } = useMe();
  return (
    <button
      type="button"
      {...props}
      className="flex items-center gap-3 rounded-lg p-1.5 text-left hover:bg-sunken xl:w-full"
    >
      <span
        aria-hidden
        className="flex size-8 shrink-0 items-center justify-center rounded-full bg-accent-soft text-xs font-semibold text-accent"
      >
        {initials(name)}
      </span>
      <span className="sr-only">{words.shell.account}</span>
      <span className="sr-only min-w-0 xl:not-sr-only">
        <span className="block truncate font-medium">{name}</span>
        <span className="block truncate text-xs text-soft">{words.shell.roles[role]}</span>
      </span>
    </button>
  );
}

function initials(name: string): string {
  const names = name.trim().split(/\s+/);
  const letters = [names.at(0), names.length > 1 ? names.at(-1) : undefined].map(
    (word) => word?.slice(0, 1) ?? '',
  );
  return letters.join('').toUpperCase();
}
