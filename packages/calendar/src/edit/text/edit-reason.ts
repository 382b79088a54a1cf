import type { ReadReason } from '../../occurrence.ts';

/** Why an edit cannot be made, with what belongs to each; whoever shows it has the sentences. */
interface EditReasons extends Record<ReadReason, null> {
  // The text cannot be patched safely, and stays as it is.
  'edit-not-one-entry': null;
  'edit-incomplete': null;
  'edit-without-event': null;
  'edit-without-start': null;
  'edit-parts-alike': null;
  'edit-several-events': null;
  'edit-shared-identity': null;
  'edit-date-unreadable': null;
  'edit-rule-unreadable': null;
  'edit-rule-complex': null;
  'edit-rule-unsplittable': null;
  'edit-too-many-exceptions': null;
  'edit-part-moved': null;
  'edit-later-moved': null;
  'edit-split-moved': null;
  'edit-not-of-rule': null;
  'edit-series-elsewhere': null;
  'edit-occurrence-not-found': null;
  /** Not in the series any more. */
  'edit-no-occurrence': null;
  // Times.
  'edit-unknown-zone': { readonly zone: string };
  'edit-not-a-time': { readonly text: string };
  'edit-kinds-mixed': null;
  'edit-end-first': null;
  'edit-end-missing': null;
  'edit-clocks-skip': null;
  // Rules.
  'edit-rule-none': null;
  'edit-rule-every-second': null;
  'edit-rule-within-day': null;
  'edit-rule-two-ends': null;
  'edit-rule-too-often': null;
  'edit-rule-misfit': null;
  'edit-rule-of-one': null;
  /** A series without any instance. */
  'edit-nothing-left': null;
  // Values that iCalendar cannot carry.
  'edit-identity-missing': null;
  'edit-text-long': { readonly most: number };
  'edit-control-characters': null;
  'edit-not-web-address': null;
}

type EditCode = keyof EditReasons;

export type EditReason = {
  [Code in EditCode]: { readonly code: Code; readonly given: EditReasons[Code] };
}[EditCode];

/** The codes to which nothing belongs, and the others. */
export type BareCode = { [Code in EditCode]: EditReasons[Code] extends null ? Code : never }[EditCode];
export type EditGiven<Code extends EditCode> = EditReasons[Code];
export type FullCode = Exclude<EditCode, BareCode>;
