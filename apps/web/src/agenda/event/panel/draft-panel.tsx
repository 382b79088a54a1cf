import { type KeyboardEvent, useId, useLayoutEffect, useRef } from 'react';
import { flushSync } from 'react-dom';
import { useReader } from '../../../language/studio-reader.ts';
import { Button } from '../../../ui/controls/button.tsx';
import { Notice } from '../../../ui/display/notice.tsx';
import { SidePanel } from '../../../ui/overlay/side-panel.tsx';
import { type OpenDraft, useDraftDesk } from '../../edit/drafts/open-draft.ts';
import { useLocks } from '../../edit/use-locks.ts';
import { partWords } from '../draft/draft-changes.ts';
import { endsFirst } from '../draft/draft-times.ts';
import { type DraftPart, type EventDraft, withPart } from '../draft/event-draft.ts';
import { EventForm, FormButtons } from '../form/event-form.tsx';

interface DraftPanelProps {
  readonly open: OpenDraft;
  /** In which the agenda shows times. */
  readonly zone: string;
  readonly onSaved: () => void;
}

/** An event that is being typed, new or not. */
export function DraftPanel({ open, zone, onSaved }: DraftPanelProps) {
  const { words } = useReader();
  const desk = useDraftDesk();
  const { open: calendars } = useLocks();
  const form = useId();
  const latest = useRef(open);
  useLayoutEffect(() => {
    latest.current = open;
  });
  const change = (draft: EventDraft) => desk.change({ ...latest.current, draft });
  const save = () => {
    // What stands in a field that is not left yet is meant too.
    flushSync(() => {
      if (document.activeElement instanceof HTMLElement) document.activeElement.blur();
    });
    const wrong = document.getElementById(form)?.querySelector<HTMLElement>('[aria-invalid="true"]');
    if (wrong) return wrong.focus();
    if (!endsFirst(latest.current.draft)) desk.save(latest.current, onSaved);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey)) return;
    event.preventDefault();
    save();
  };
  return (
    <SidePanel
      title={open.target ? words.edit.editEvent : words.edit.newEvent}
      onClose={desk.leave}
      onKeyDown={onKeyDown}
      footer={<FormButtons form={form} onLeave={desk.leave} />}
    >
      <div className="space-y-4">
        {open.problem && (
          <Notice
            tone="bad"
            title={open.problem.message}
            hint={open.problem.hint ?? words.edit.meanwhileKept}
          />
        )}
        <MeanwhileNotice
          open={open}
          onTake={(part, from) => change(withPart(part, latest.current.draft, from))}
        />
        <EventForm
          id={form}
          draft={open.draft}
          onChange={change}
          calendars={calendars}
          shownZone={zone}
          otherAlarms={open.target?.detail.form?.alarms.others ?? 0}
          onSave={save}
        />
      </div>
    </SidePanel>
  );
}

interface MeanwhileNoticeProps {
  readonly open: OpenDraft;
  readonly onTake: (part: DraftPart, from: EventDraft) => void;
}

/** Who has changed what while this was typed; of what both changed, theirs can be taken. */
function MeanwhileNotice({ open: { meanwhile, draft }, onTake }: MeanwhileNoticeProps) {
  const { words, formats } = useReader();
  const { byId } = useLocks();
  if (!meanwhile) return null;
  const { name, theirs, parts, clashing } = meanwhile;
  const speech = { words, formats, calendarName: (id: string) => byId.get(id)?.name ?? '' };
  const title = name === null ? words.edit.meanwhileSomewhere : words.edit.meanwhile({ name });
  return (
    <Notice
      tone="warn"
      title={title}
      hint={
        <span className="block space-y-1.5">
          <span className="block">
            {clashing.length > 0 ? words.edit.meanwhileBoth : words.edit.meanwhileKept}
          </span>
          {parts.map((part) => (
            <span key={part} className="flex flex-wrap items-center gap-x-2 gap-y-1">
              <span className="min-w-0 break-words">
                {words.edit.meanwhileTheirs({ text: partWords(part, theirs, speech) })}
              </span>
              {clashing.includes(part) && withPart(part, draft, theirs) !== draft && (
                <Button size="small" onClick={() => onTake(part, theirs)}>
                  {words.edit.takeTheirs}
                </Button>
              )}
            </span>
          ))}
        </span>
      }
    />
  );
}
