import type { EventComponent } from '../occurrence.ts';
import { plainRule } from '../rule/mend-rule.ts';
import { plainText } from '../text/plain-text.ts';
import { rawValue } from '../text/value-start.ts';
import type { EventLines } from './event-lines.ts';
import type { People } from './guests.ts';
import type { Moment } from './moment.ts';

const MAX_SUMMARY = 1_000;
const MAX_LOCATION = 1_000;
const MAX_DESCRIPTION = 20_000;
const MAX_URL = 2_000;
const MAX_RULE = 8_192;

/** What the agenda shows of one VEVENT. `start` is null where it has none of its own. */
export function componentOf(lines: EventLines, start: Moment | null, people: People): EventComponent {
  const rule = lines.all('RECURRENCE-ID').length > 0 ? undefined : lines.first('RRULE');
  return {
    summary: shown(lines, 'SUMMARY', MAX_SUMMARY) ?? '',
    location: shown(lines, 'LOCATION', MAX_LOCATION),
    description: shown(lines, 'DESCRIPTION', MAX_DESCRIPTION),
    url: safeUrl(lines.text('URL')),
    rrule: rule ? plainText(plainRule(rawValue(rule)), MAX_RULE) : null,
    timeZone: zoneName(start),
    status: statusOf(lines),
    transparent: isTransparent(lines),
    classification: classificationOf(lines),
    attendees: people.attendees,
    organizer: people.organizer,
  };
}

function shown(lines: EventLines, property: string, limit: number): string | null {
  const text = lines.text(property);
  return text === null ? null : plainText(text, limit) || null;
}

/** Only what opens a page or a letter: a calendar must not smuggle in `javascript:`. */
function safeUrl(url: string | null): string | null {
  if (url === null || url.length > MAX_URL) return null;
  const text = plainText(url, MAX_URL).trim();
  return /^(https?:\/\/|mailto:)/i.test(text) ? text : null;
}

function zoneName(start: Moment | null): string | null {
  if (start?.kind !== 'clock' || start.floating || !start.zone.iana) return null;
  return start.zone.id;
}

function statusOf(lines: EventLines): EventComponent['status'] {
  switch (lines.raw('STATUS')?.toUpperCase()) {
    case 'TENTATIVE':
      return 'tentative';
    case 'CONFIRMED':
      return 'confirmed';
    case 'CANCELLED':
    case 'CANCELED':
      return 'cancelled';
    default:
      return null;
  }
}

/** Outlook says by its own property what TRANSP has no word for; working elsewhere is free to Outlook. */
function isTransparent(lines: EventLines): boolean {
  const outlook = lines.raw('X-MICROSOFT-CDO-BUSYSTATUS')?.toUpperCase();
  return (
    lines.raw('TRANSP')?.toUpperCase() === 'TRANSPARENT' ||
    outlook === 'FREE' ||
    outlook === 'WORKINGELSEWHERE'
  );
}

/** Anything else than PUBLIC is private (RFC 5545, 3.8.1.3). */
function classificationOf(lines: EventLines): EventComponent['classification'] {
  const written = lines.raw('CLASS')?.toUpperCase();
  if (written === undefined || written === '' || written === 'PUBLIC') return 'public';
  return written === 'CONFIDENTIAL' ? 'confidential' : 'private';
}
