import type { Reading } from '@atelier/testkit/mail/odd/odd-mail';
import { ODD_MAILS } from '@atelier/testkit/mail/odd/odd-mails';
import { type AddressObject, simpleParser } from 'mailparser';
import { describe, expect, it } from 'vitest';
import { type ReadMessage, readMessage } from './read-message.ts';

describe('odd but honest mail', () => {
  it.each(ODD_MAILS)('M5: is read as it is meant: $name', async ({ source, right }) => {
    expect(seen(await readMessage(source))).toMatchObject(right);
  });

  it.each(ODD_MAILS.filter(({ disputed }) => disputed === undefined))(
    'M5: and a second parser reads it alike: $name',
    async ({ source, right }) => {
      const { references: _references, calendar: _calendar, bulk: _bulk, ...both } = right;
      expect(await seenBySecond(source)).toMatchObject(both);
    },
  );
});

interface Person {
  readonly name: string;
  readonly address: string;
}

function written(people: readonly Person[]): readonly string[] {
  return people.map(({ name, address }) => (name ? `${name} <${address}>` : address));
}

function seen({
  subject,
  from,
  to,
  text,
  attachments,
  messageId,
  references,
  date,
  calendar,
  bulk,
}: ReadMessage): Reading {
  return {
    subject,
    from: written(from),
    to: written(to),
    text,
    files: attachments.map(({ name }) => name),
    messageId,
    references,
    date: date?.toISOString() ?? null,
    calendar: calendar !== null,
    bulk,
  };
}

async function seenBySecond(source: Uint8Array): Promise<Reading> {
  const read = await simpleParser(Buffer.from(source), { skipHtmlToText: true, skipImageLinks: true });
  const people = (header: AddressObject | AddressObject[] | undefined) =>
    [header ?? []]
      .flat()
      .flatMap(({ value }) => value)
      .flatMap((one) => one.group ?? [one])
      .filter(({ address }) => address)
      .map(({ name, address = '' }) => ({ name, address }));
  return {
    subject: read.subject ?? '',
    from: written(people(read.from)),
    to: written(people(read.to)),
    text: (read.text ?? '').trimEnd(),
    files: read.attachments.map(({ filename = '' }) => filename),
    date: read.date?.toISOString() ?? null,
  };
}
