import { createContext, use } from 'react';
import type { AgendaEvent, EventDetail } from '../../../api/answers.ts';
import type { Problem } from '../../../api/problem.ts';
import type { DraftPart, EventDraft } from '../../event/draft/event-draft.ts';

/** An event that somebody is typing, new or not. */
export interface OpenDraft {
  /** Made anew for every opening, so that fields begin afresh. */
  readonly key: string;
  /** Null: a new event. */
  readonly target: { readonly event: AgendaEvent; readonly detail: EventDetail } | null;
  /** What it began with, or what the server has by now. */
  readonly before: EventDraft;
  readonly draft: EventDraft;
  /** Why it was not saved. */
  readonly problem: Problem | null;
  /** What others have changed while it was typed. */
  readonly meanwhile: Meanwhile | null;
}

export interface Meanwhile {
  /** Who, when that is known. */
  readonly name: string | null;
  readonly theirs: EventDraft;
  readonly parts: readonly DraftPart[];
  readonly clashing: readonly DraftPart[];
}

export interface DraftDesk {
  readonly open: OpenDraft | null;
  readonly dirty: boolean;
  /** Asks first where something typed would be lost. */
  readonly show: (next: OpenDraft) => void;
  readonly edit: (event: AgendaEvent, detail: EventDetail) => void;
  readonly duplicate: (event: AgendaEvent, detail: EventDetail) => void;
  readonly change: (next: OpenDraft) => void;
  /** @param onSent it is on its way, and shown */
  readonly save: (open: OpenDraft, onSent: () => void) => void;
  /** Asks first where something typed would be lost. */
  readonly leave: () => void;
  readonly close: () => void;
}

export const DraftDeskContext = createContext<DraftDesk | null>(null);

export function useDraftDesk(): DraftDesk {
  const desk = use(DraftDeskContext);
  if (!desk) throw new Error('no draft desk above this component');
  return desk;
}
