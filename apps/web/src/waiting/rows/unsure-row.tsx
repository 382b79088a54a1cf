import { sayReason } from '@atelier/words/refusals/kept-reason';
import { Link } from '@tanstack/react-router';
import { useId, useState } from 'react';
import { isFlag } from '../../agenda/event/event-flags.ts';
import { eventTitle } from '../../agenda/event/event-title.ts';
import { trpc } from '../../api/trpc.ts';
import { useReader } from '../../language/studio-reader.ts';
import { useStudioZone } from '../../shell/use-studio-zone.ts';
import { dateIn } from '../../time/zone.ts';
import { Button } from '../../ui/controls/button.tsx';
import { ProblemNotice } from '../../ui/display/problem-notice.tsx';
import { Skeleton } from '../../ui/display/skeleton.tsx';
import type { ItemOf } from '../item-of.ts';
import { useSettle } from '../settling.tsx';
import { WaitingRow } from '../waiting-row.tsx';

interface UnsureRowProps {
  readonly item: ItemOf<'unreadable'> | ItemOf<'repaired'>;
}

/** An event that could not be read, or not as it was meant: its reason, its text, and that somebody has seen it. */
export function UnsureRow({ item }: UnsureRowProps) {
  const { words } = useReader();
  const [open, setOpen] = useState(false);
  const textId = useId();
  const { id, calendarId, summary, href, reason } = item.thing;
  const name = reason === null ? eventTitle({ title: summary }, words) : fileName(href);
  const look = trpc.waiting.look.useMutation(useSettle(item)(() => words.waiting.left));
  return (
    <WaitingRow
      item={item}
      title={name}
      calendarId={calendarId}
      lead={<Reasons item={item} />}
      actions={
        <>
          <Button
            look="quiet"
            size="small"
            aria-expanded={open}
            aria-controls={textId}
            onClick={() => setOpen(!open)}
          >
            {open ? words.waiting.hideText : words.waiting.showText}
          </Button>
          <Button
            size="small"
            aria-label={words.waiting.leaveOf({ name })}
            onClick={() => look.mutate({ id })}
          >
            {words.waiting.leave}
          </Button>
        </>
      }
    >
      <div id={textId}>{open && <Text id={id} label={name} />}</div>
    </WaitingRow>
  );
}

/** Unreadable things have no title: they are called as their file is. */
function fileName(href: string): string {
  const name = href.split('/').at(-1) ?? href;
  try {
    return decodeURIComponent(name);
  } catch {
    return name;
  }
}

function Reasons({ item }: UnsureRowProps) {
  const { words, language } = useReader();
  const zone = useStudioZone();
  const { id, reason, flags, start } = item.thing;
  if (reason !== null) {
    const said = sayReason(words.refusals, reason);
    // What a provider gave as its reason is in the provider's words, mostly English.
    return said !== reason || language === 'en' ? (
      <p>{said}</p>
    ) : (
      <p>
        {words.waiting.unreadableReason} <span lang="en">{reason}</span>
      </p>
    );
  }
  return (
    <>
      {flags.map((flag) => (
        <p key={flag}>{isFlag(flag) ? words.event.flags[flag] : flag}</p>
      ))}
      {start && (
        <Link
          to="/agenda"
          search={{ view: 'day', date: dateIn(start, zone).toString(), event: id }}
          className="text-[13px] font-medium text-accent hover:underline"
        >
          {words.waiting.openEvent}
        </Link>
      )}
    </>
  );
}

function Text({ id, label }: { readonly id: string; readonly label: string }) {
  const { data, error } = trpc.waiting.text.useQuery({ id });
  if (error && !data) return <ProblemNotice error={error} />;
  if (!data) return <Skeleton className="mt-3 h-32" />;
  return (
    <pre
      // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- what scrolls must be reachable by keyboard
      tabIndex={0}
      role="region"
      aria-label={label}
      className="mt-3 max-h-72 overflow-auto rounded-xl bg-sunken px-4 py-3 font-mono text-xs whitespace-pre-wrap break-all"
    >
      {data.text}
    </pre>
  );
}
