import { useState } from 'react';
import type { SeriesReach } from '../../../api/answers.ts';
import { useReader } from '../../../language/studio-reader.ts';
import { dateIn } from '../../../time/zone.ts';
import { Button } from '../../../ui/controls/button.tsx';
import { RadioList } from '../../../ui/controls/radio-list.tsx';
import { Dialog, DialogActions } from '../../../ui/overlay/dialog.tsx';
import type { Scope } from '../pending.ts';
import type { SeriesQuestion } from './series-question.ts';

interface SeriesDialogProps {
  /** Null asks nothing. */
  readonly question: SeriesQuestion | null;
  /** In which dates are shown. */
  readonly zone: string;
  /** Null: nothing is to be done. */
  readonly onAnswer: (scope: Scope | null) => void;
}

/** Asks which part of a series is meant, before anything is done to it (I2). */
export function SeriesDialog({ question, zone, onAnswer }: SeriesDialogProps) {
  const { words } = useReader();
  const title = question ? words.edit.scope[question.kind]({ title: question.title }) : '';
  return (
    <Dialog
      open={question !== null}
      onClose={() => onAnswer(null)}
      title={title}
      lead={words.edit.scope.lead}
    >
      {question && <SeriesChoice question={question} zone={zone} onAnswer={onAnswer} />}
    </Dialog>
  );
}

function SeriesChoice({
  question: { kind, reach, when, changes, scopes },
  zone,
  onAnswer,
}: SeriesDialogProps & { readonly question: SeriesQuestion }) {
  const { words } = useReader();
  const reachWords = useReachWords(zone);
  // From the first date on is all there is.
  const isFirst = reach !== null && reach.following.first.start === reach.all.first.start;
  const offered = scopes.filter((value) => value !== 'following' || !isFirst);
  const [scope, setScope] = useState<Scope>(offered[0] ?? 'all');
  const hints = {
    this: when,
    following: reach && reachWords(reach.following),
    all: reach && reachWords(reach.all),
  };
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        onAnswer(scope);
      }}
    >
      {changes.length > 0 && (
        <ul className="mb-4 space-y-1 rounded-lg bg-sunken px-4 py-3 text-[13px]">
          {changes.map((change) => (
            <li key={change} className="break-words">
              {change}
            </li>
          ))}
        </ul>
      )}
      <RadioList
        label={words.edit.scope.lead}
        value={scope}
        onChange={setScope}
        options={offered.map((value) => ({ value, label: words.edit.scope[value], hint: hints[value] }))}
      />
      <DialogActions>
        <Button onClick={() => onAnswer(null)}>{words.common.cancel}</Button>
        <Button type="submit" look={kind === 'remove' ? 'danger' : 'primary'}>
          {kind === 'remove' ? words.edit.scope.delete : words.edit.scope.change}
        </Button>
      </DialogActions>
    </form>
  );
}

/** `12 dates, 5 May 2026 to 21 Jul 2026` */
function useReachWords(zone: string): (part: SeriesReach['all']) => string {
  const { words, formats } = useReader();
  const day = ({ start, startDate }: SeriesReach['all']['first']) =>
    formats.date(startDate ?? dateIn(new Date(start), zone));
  return ({ count, first, last }) =>
    count === null || last === null
      ? words.edit.scope.endless({ first: day(first) })
      : words.edit.scope.dates({ count, first: day(first), last: day(last) });
}
