import type { ImportReport } from '../../api/answers.ts';

export type SentFile =
  | { readonly ok: true; readonly report: ImportReport }
  /** What the server says, in the reader's language; null where it did not answer. */
  | { readonly ok: false; readonly said: { readonly message: string; readonly hint?: string } | null };

export interface FileToSend {
  readonly calendarId: string;
  readonly file: File;
  readonly dryRun: boolean;
  readonly language: string;
}

/** Sends a calendar file as it is, which may be larger than what goes through the pages' calls. */
export async function sendFile({ calendarId, file, dryRun, language }: FileToSend): Promise<SentFile> {
  try {
    const answer = await fetch(`/api/calendars/${calendarId}/import?dryRun=${dryRun}`, {
      method: 'POST',
      headers: { 'content-type': 'text/calendar', accept: 'application/json', 'accept-language': language },
      body: file,
    });
    const body = await answer.json();
    if (answer.ok) return { ok: true, report: readReport(body) };
    return { ok: false, said: body?.error ?? null };
  } catch {
    return { ok: false, said: null };
  }
}

/** Of our own server; instants come as texts here. */
function readReport(body: ImportReport): ImportReport {
  const taken = body.taken.map((one) => ({ ...one, startsAt: one.startsAt && new Date(one.startsAt) }));
  return { ...body, taken };
}
