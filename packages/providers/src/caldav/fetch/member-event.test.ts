import { expect, test } from 'vitest';
import { readMultistatus } from '../wire/read-multistatus.ts';
import { memberEvent } from './member-event.ts';

async function kindsOf(...responses: readonly string[]): Promise<(string | null)[]> {
  const xml = `<multistatus xmlns="DAV:" xmlns:c="urn:ietf:params:xml:ns:caldav" xmlns:n="http://nextcloud.com/ns">${responses.join('')}</multistatus>`;
  async function* bytes(): AsyncGenerator<Uint8Array> {
    yield Buffer.from(xml);
  }
  const items = await Array.fromAsync(readMultistatus(bytes(), undefined));
  return items.flatMap((item) =>
    item.kind === 'response' ? [memberEvent(item, '/cal/work/')?.kind ?? null] : [],
  );
}

const response = (href: string, props: string): string =>
  `<response><href>${href}</href><propstat><prop>${props}</prop><status>HTTP/1.1 200 OK</status></propstat></response>`;
const listed = (href: string): string => response(href, '<getetag>"1"</getetag>');
const collection = (href: string, type = ''): string =>
  response(href, `<resourcetype><collection/>${type}</resourcetype>`);

test('S1 case 13: what is listed among the members and is none is passed over', async () => {
  expect(
    await kindsOf(
      listed('/cal/work/a.ics'),
      collection('/cal/work/', '<c:calendar/>'),
      listed('/cal/work'),
      listed('https://cal.example/cal/work/'),
      collection('/cal/work/inbox/', '<c:schedule-inbox/>'),
      collection('/cal/work/inbox', '<c:schedule-inbox/>'),
      collection('/cal/work/trashbin/', '<n:trash-bin/>'),
      collection('/cal/work/b.ics'),
    ),
  ).toEqual(['member', null, null, null, null, null, null, null]);
});

test('S1 case 13: what lies in the inbox, in the trash or in another calendar is none of this one', async () => {
  expect(
    await kindsOf(
      listed('/cal/inbox/a.ics'),
      listed('/cal/trashbin/objects/7-deleted.ics'),
      listed('/cal/work/sub/a.ics'),
      listed('/cal/work-2/a.ics'),
    ),
  ).toEqual(['stray', 'stray', 'stray', 'stray']);
});
