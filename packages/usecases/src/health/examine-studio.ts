import { reachOf } from '../studio/reach-of.ts';
import type { Studio } from '../studio/studio.ts';
import type { Finding } from './finding.ts';

/** What an operator should tell before the first client books: pages, mails and links all start from it. */
export function examineStudio({ standing, url, mail, zone }: Studio): readonly Finding[] {
  const told: Finding =
    standing === 'open'
      ? {
          check: 'studio',
          status: 'warning',
          message: `Nobody has told what the studio is called and where it lies; its time zone is taken to be ${zone}.`,
          hint: 'Sign in as an admin and answer the questions, or run `atelier studio set`.',
        }
      : { check: 'studio', status: 'ok', message: `The studio is known; its time zone is ${zone}.` };
  return [told, address(url), post(mail)];
}

function address(url: string): Finding {
  const reach = reachOf(url);
  if (reach === 'anywhere') return { check: 'address', status: 'ok', message: `Links lead to ${url}.` };
  const who = reach === 'machine' ? 'only this machine opens' : 'only machines of the same network open';
  return {
    check: 'address',
    status: 'warning',
    message: `Links in mails and on the shared page lead to ${url}, which ${who}.`,
    hint: 'Set ATELIER_URL, or the web address in the settings of the studio, to what clients type.',
  };
}

function post(mail: Studio['mail']): Finding {
  if (mail === 'ready') return { check: 'sending', status: 'ok', message: 'Mail leaves the house.' };
  const missing = mail === 'no-server' ? 'no mail server is set' : 'the studio has no sender address';
  return {
    check: 'sending',
    status: 'warning',
    message: `No mail is sent: ${missing}. Mails are kept.`,
    hint:
      mail === 'no-server' ? 'Set SMTP_URL.' : 'Set MAIL_FROM, or the sender in the settings of the studio.',
  };
}
