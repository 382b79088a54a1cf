import { useNavigate } from '@tanstack/react-router';
import { Ellipsis, Settings2 } from 'lucide-react';
import type { ComponentProps } from 'react';
import type { Calendar } from '../../api/answers.ts';
import { colourOf, inkOn, PALETTE } from '../../calendars/colour.ts';
import { useSetCalendar } from '../../calendars/settings/use-set-calendar.ts';
import { useReader } from '../../language/studio-reader.ts';
import { useMe } from '../../shell/use-me.ts';
import { Menu, MenuItem, MenuLine, MenuSwatches } from '../../ui/overlay/menu.tsx';

/** What can be done with a calendar, besides showing it. */
export function CalendarMenu({ calendar }: { readonly calendar: Calendar }) {
  const { words } = useReader();
  const navigate = useNavigate();
  const { id, name, mine } = calendar;
  const keeps = useMe().role === 'ADMIN' || mine;
  const open = () => void navigate({ to: '/calendars/$calendarId', params: { calendarId: id } });
  return (
    <Menu trigger={<MenuButton name={name} />}>
      <MenuItem icon={<Settings2 aria-hidden className="size-4" />} onSelect={open}>
        {words.calendar.settings}
      </MenuItem>
      {keeps && <ColourChoice calendar={calendar} />}
    </Menu>
  );
}

function ColourChoice({ calendar }: { readonly calendar: Calendar }) {
  const { words } = useReader();
  const set = useSetCalendar(words.calendar.saved);
  const colours = PALETTE.map((value) => ({
    value,
    label: words.calendar.colourNamed({ colour: value }),
    ink: inkOn(value),
  }));
  return (
    <>
      <MenuLine />
      <MenuSwatches
        label={words.calendar.colour}
        value={colourOf(calendar)}
        colours={colours}
        onChange={(color) => set.mutate({ id: calendar.id, color })}
      />
    </>
  );
}

/** Props come from the menu, which makes it its trigger. */
function MenuButton({ name, ...props }: ComponentProps<'button'> & { readonly name: string }) {
  const { words } = useReader();
  return (
    <button
      type="button"
      aria-label={words.calendar.menuOf({ name })}
      {...props}
      className="inline-flex size-7 shrink-0 items-center justify-center rounded-lg text-soft transition-colors hover:bg-sunken hover:text-ink pointer-coarse:size-11"
    >
      <Ellipsis aria-hidden className="size-4" />
    </button>
  );
}
