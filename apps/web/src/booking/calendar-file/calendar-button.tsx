import { CalendarPlus } from 'lucide-react';
import { useState } from 'react';
import { Button } from '../../ui/controls/button.tsx';
import { saveFile } from '../../ui/save-file.ts';
import { useApi } from '../api/client-context.ts';
import { useReader } from '../language/reader.ts';

/** Saves the appointment as a file that every calendar opens. */
export function CalendarButton({ token }: { readonly token: string }) {
  const { client } = useApi();
  const { words } = useReader();
  const [state, setState] = useState<'idle' | 'pending' | 'failed'>('idle');
  async function save(): Promise<void> {
    setState('pending');
    try {
      const { name, text } = await client.manage.calendar.query({ token });
      saveFile(name, text);
      setState('idle');
    } catch {
      setState('failed');
    }
  }
  return (
    <span className="contents">
      <Button size="large" pending={state === 'pending'} onClick={() => void save()}>
        {state !== 'pending' && <CalendarPlus aria-hidden className="size-4.5" />}
        {words.common.calendar}
      </Button>
      {state === 'failed' && (
        <span role="alert" className="basis-full text-[13px] text-bad">
          {words.common.calendarFailed}
        </span>
      )}
    </span>
  );
}
