import type { ProviderFailure } from '../port/failure.ts';
import type { HttpAnswer } from './guarded-http.ts';

/** An answer that has arrived whole; `body` is null where there is none, and of a refusal that is not JSON. */
export interface JsonAnswer {
  readonly status: number;
  readonly body: unknown;
  readonly retryAfter: string | undefined;
}

/** What is thrown of a good answer that is none of the service's. */
export interface JsonFailures {
  /** Something else than JSON: a captive portal, a proxy's notice. */
  readonly notJson: (what: string) => ProviderFailure;
  /** JSON that is not whole. */
  readonly unlike: (what: string) => ProviderFailure;
}

export async function readJsonAnswer(
  answer: HttpAnswer,
  { notJson, unlike }: JsonFailures,
): Promise<JsonAnswer> {
  const { status } = answer;
  const nothing = { status, body: null, retryAfter: answer.header('retry-after') };
  const text = await textOf(answer);
  const good = status >= 200 && status < 300;
  if (text.trim() === '') return nothing;
  const type = answer.header('content-type') ?? '';
  if (!/json/i.test(type)) {
    if (good) throw notJson(/html/i.test(type) ? 'a web page' : 'something else than JSON');
    return nothing;
  }
  const body = parsed(text);
  if (body === undefined && good) throw unlike('it ends in its middle');
  return { ...nothing, body: body ?? null };
}

async function textOf({ body }: HttpAnswer): Promise<string> {
  const decoder = new TextDecoder();
  let text = '';
  for await (const piece of body) text += decoder.decode(piece, { stream: true });
  return text + decoder.decode();
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
