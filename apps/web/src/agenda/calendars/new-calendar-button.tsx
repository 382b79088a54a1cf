import { Plus } from 'lucide-react';
import { lazy, Suspense, useState } from 'react';
import { useReader } from '../../language/studio-reader.ts';
import { IconButton } from '../../ui/controls/icon-button.tsx';
import { useEver } from '../../ui/use-ever.ts';

const NewCalendarDialog = lazy(() =>
  import('../../calendars/settings/new-calendar-dialog.tsx').then((file) => ({
    default: file.NewCalendarDialog,
  })),
);

export function NewCalendarButton() {
  const { words } = useReader();
  const [open, setOpen] = useState(false);
  const asked = useEver(open);
  return (
    <>
      <IconButton icon={Plus} label={words.calendar.new} className="ml-auto" onClick={() => setOpen(true)} />
      <Suspense>{asked && <NewCalendarDialog open={open} onClose={() => setOpen(false)} />}</Suspense>
    </>
  );
}
