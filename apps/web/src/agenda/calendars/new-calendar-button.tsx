import { Plus } from 'lucide-react';
import { useState } from 'react';
import { NewCalendarDialog } from '../../calendars/settings/new-calendar-dialog.tsx';
import { useReader } from '../../language/studio-reader.ts';
import { IconButton } from '../../ui/controls/icon-button.tsx';

export function NewCalendarButton() {
  const { words } = useReader();
  const [open, setOpen] = useState(false);
  return (
    <>
      <IconButton icon={Plus} label={words.calendar.new} className="ml-auto" onClick={() => setOpen(true)} />
      <NewCalendarDialog open={open} onClose={() => setOpen(false)} />
    </>
  );
}
