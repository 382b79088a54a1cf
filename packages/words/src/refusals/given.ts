/** What sentences are told of besides their code. States, reasons and fields are named as the program names them. */

export type EndState = 'DECLINED' | 'EXPIRED' | 'WITHDRAWN' | 'CANCELLED' | 'COMPLETED' | 'NO_SHOW';

export type IdeaEnd = 'DECLINED' | 'WITHDRAWN' | 'EXPIRED' | 'CLOSED';

/** Why a time is not offered. */
export type TimeReason = 'CLOSED' | 'OFFGRID' | 'BUSY' | 'BUFFER' | 'NOTICE' | 'HORIZON' | 'LIMIT' | 'HELD';

export type IdeaField = 'placement' | 'size' | 'style' | 'budget' | 'preferredDays' | 'quote' | 'deposit';

export type Most = { readonly most: number };
