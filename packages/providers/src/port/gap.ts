/** What of an event a provider has no words for, or would not do as it is meant (P4, P6). */
export type ProviderGap =
  | 'unreadable' // not one complete event, or parts that contradict each other
  | 'no-master' // changed dates of a series that is not there
  | 'own-zone' // a time zone that nobody knows
  | 'this-and-future' // one text in which a change reaches over all later dates
  | 'floating' // times without a zone
  | 'instance' // a change of a date that there is not
  | 'several-rules'
  | 'added-dates'
  | 'excluding-rule'
  | 'frequency'
  | 'parts'
  | 'several-days'
  | 'end-of-month'
  | 'position'
  | 'two-ends'
  | 'start'
  | 'no-length'
  | 'too-long'
  | 'restored' // a date that was taken out of a series is to be in it again
  | 'guests' // the provider would write to them at once
  | 'meeting-note'; // the note of an online meeting, which holds the way in
