import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { answeredCopy, replyText, toldCopy, withAnswer } from './answer-texts.ts';
import { decideInvitation, type InvitationCase } from './decide-invitation.ts';
import type { Answer, Invitation } from './invitation.ts';
import { heldCopy, readInvitation } from './read-invitation.ts';

const ZONE = 'Europe/Zurich';
const ANN = 'ann@studio.test';
const MAX = 'max@client.test';

interface Written {
  readonly method?: string | null;
  readonly sequence?: number;
  /** Minutes after nine when it was written. */
  readonly written?: number;
  readonly hour?: number;
  readonly place?: string;
  readonly organizer?: string | null;
  readonly guests?: readonly string[];
  readonly more?: readonly string[];
}

const guest = (address: string, answer = 'NEEDS-ACTION') =>
  `ATTENDEE;CN=${address};PARTSTAT=${answer};RSVP=TRUE:mailto:${address}`;

function file({
  method = 'REQUEST',
  sequence = 0,
  written = 0,
  hour = 14,
  place = 'Genève',
  organizer = MAX,
  guests = [guest(ANN), guest('leo@x.test')],
  more = [],
}: Written = {}): string {
  return [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    ...(method === null ? [] : [`METHOD:${method}`]),
    'BEGIN:VEVENT',
    'UID:rose@client.test',
    `SEQUENCE:${sequence}`,
    `DTSTAMP:20260301T09${String(written).padStart(2, '0')}00Z`,
    `DTSTART;TZID=Europe/Zurich:20260312T${hour}0000`,
    `DTEND;TZID=Europe/Zurich:20260312T${hour + 1}0000`,
    'SUMMARY:Rose',
    `LOCATION:${place}`,
    ...(organizer === null ? [] : [`ORGANIZER;CN=Max:mailto:${organizer}`]),
    ...guests,
    ...more,
    'BEGIN:VALARM',
    'ACTION:EMAIL',
    'TRIGGER:-PT5M',
    'END:VALARM',
    'END:VEVENT',
    'END:VCALENDAR',
    '',
  ].join('\r\n');
}

function read(text: string): Invitation {
  const reading = readInvitation(text, ZONE);
  if (!reading.ok) throw new Error(reading.reason);
  return reading.invitation;
}

const held = (text: string, instance = 'master') => heldCopy(text, instance, ZONE);

const decide = (written: Written, more: Partial<InvitationCase> = {}) =>
  decideInvitation({
    invitation: read(file(written)),
    own: [ANN],
    senders: [MAX],
    disowned: false,
    held: null,
    answered: null,
    ...more,
  });

const accepted = (text: string) => withAnswer(text, { guest: [ANN], answer: 'accepted' }, null);

describe('M10 an invitation', () => {
  it('M10 asks whoever is among its guests, at whatever address of theirs', () => {
    expect(decide({})).toMatchObject({ standing: 'asked', act: 'answer', forged: false, answer: null });
    expect(decide({ guests: [guest('ANN+max@Studio.test')] })).toMatchObject({ standing: 'asked' });
    const apple = 'ATTENDEE;EMAIL=ann@studio.test;PARTSTAT=NEEDS-ACTION:/1/principal/';
    expect(decide({ guests: [apple] }).guest?.addresses).toEqual(['/1/principal/', ANN]);
  });

  it('M10 that was sent on can be kept, and is never answered', () => {
    expect(decide({ guests: [guest('leo@x.test')] })).toMatchObject({
      standing: 'told',
      act: 'add',
      guest: null,
    });
    expect(decide({ organizer: null })).toMatchObject({ standing: 'told', act: 'add' });
    expect(decide({ method: null })).toMatchObject({ standing: 'told', act: 'add' });
  });

  it('M10 of oneself wants nothing', () => {
    expect(decide({ organizer: ANN }, { senders: [ANN] })).toMatchObject({ standing: 'own', act: null });
  });

  it.each<[Written, string]>([
    [{ sequence: 1 }, 'outdated'],
    [{ sequence: 2, written: 4, hour: 15 }, 'outdated'],
    [{ sequence: 2, written: 5 }, 'answered'],
    [{ sequence: 2, written: 6, hour: 15 }, 'changed'],
    [{ sequence: 3, written: 1 }, 'changed'],
    // Calendars stamp what they hand out: when it was written is no news by itself.
    [{ sequence: 2, written: 4 }, 'answered'],
    [{ sequence: 2, written: 9 }, 'answered'],
  ])(
    'M10 by SEQUENCE, then DTSTAMP: %j against version 2 of 9:05 in the calendar is %s',
    (written, standing) => {
      const copy = held(accepted(file({ method: null, sequence: 2, written: 5 })));
      expect(decide(written, { held: copy })).toMatchObject({ standing, answer: 'accepted' });
    },
  );

  it('M10 says what of it is another thing than in the calendar', () => {
    const copy = held(accepted(file({ method: null })));
    const { changes, act } = decide({ sequence: 1, hour: 16, place: 'Lausanne' }, { held: copy });
    expect({ changes, act }).toEqual({ changes: ['when', 'where'], act: 'answer' });
  });

  it('M10 that was declined, and stands in no calendar, is known again', () => {
    const answered = { sequence: 0, stamp: Date.parse('2026-03-01T09:00:00Z'), answer: 'declined' } as const;
    expect(decide({}, { answered })).toMatchObject({ standing: 'answered', answer: 'declined' });
    expect(decide({ sequence: 1 }, { answered })).toMatchObject({ standing: 'changed' });
    expect(decide({ sequence: 0, written: 3 }, { answered: { ...answered, sequence: 1 } })).toMatchObject({
      standing: 'outdated',
    });
  });

  it('M10 is forged where the mail comes from elsewhere, or its own domain disowns it', () => {
    expect(decide({}, { senders: ['evil@x.test'] }).forged).toBe(true);
    expect(decide({}, { disowned: true }).forged).toBe(true);
    expect(
      decide({ organizer: 'boss@client.test' }, { senders: ['boss@client.test', 'a@google.test'] }).forged,
    ).toBe(false);
    const behalf = file()
      .replace('ORGANIZER;CN=Max', `ORGANIZER;SENT-BY="mailto:${MAX}";CN=Boss`)
      .replace(`:mailto:${MAX}`, ':mailto:boss@client.test');
    expect(decide({}, { invitation: read(behalf), senders: [MAX] }).forged).toBe(false);
  });

  it('M10 never touches an event of somebody else, nor one’s own, that bears its UID', () => {
    for (const organizer of ['other@x.test', ANN])
      for (const method of ['REQUEST', 'CANCEL', 'PUBLISH'])
        expect(
          decide({ method, sequence: 9 }, { held: held(file({ method: null, organizer })) }),
        ).toMatchObject({
          standing: 'foreign',
          act: null,
        });
  });

  it.each<[Written, string]>([
    [{ sequence: 1 }, 'outdated'],
    [{ sequence: 2 }, 'off'],
    [{ sequence: 3 }, 'off'],
  ])('M10 that is called off, %j against version 2, is %s', (written, standing) => {
    const copy = held(accepted(file({ method: null, sequence: 2 })));
    expect(decide({ method: 'CANCEL', ...written }, { held: copy }).standing).toBe(standing);
  });

  it('M10 that is called off and stands nowhere is done', () => {
    expect(decide({ method: 'CANCEL' })).toMatchObject({ standing: 'called-off', act: null });
    const gone = held(file({ method: null, more: ['STATUS:CANCELLED'] }));
    expect(decide({ method: 'CANCEL' }, { held: gone })).toMatchObject({ standing: 'called-off', act: null });
  });
});

it('M10 one’s own answer, read among what was sent, is just that', () => {
  const copy = held(file({ method: null, hour: 15 }));
  const sent = { method: 'REPLY', guests: [guest(ANN, 'ACCEPTED')] };
  for (const known of [copy, null])
    expect(decide(sent, { held: known })).toMatchObject({ standing: 'own-answer', act: null, changes: [] });
});

describe('M10 the answer of a guest', () => {
  const ours = file({ method: null, organizer: ANN, sequence: 1, guests: [guest(MAX)] });
  const answers = (written: Written, more: Partial<InvitationCase> = {}) =>
    decide({ method: 'REPLY', sequence: 1, organizer: ANN, ...written }, { held: held(ours), ...more });

  it.each<[Written, string]>([
    [{ guests: [guest(MAX, 'ACCEPTED')] }, 'guest-answer'],
    // Outlook leaves the organizer out.
    [{ guests: [guest(MAX, 'ACCEPTED')], organizer: null }, 'guest-answer'],
    [{ guests: [guest(MAX)] }, 'guest-answer-known'],
    [{ guests: [guest(MAX, 'DECLINED')], sequence: 0 }, 'guest-answer-outdated'],
    [{ guests: [guest('crasher@x.test', 'ACCEPTED')] }, 'stranger-answer'],
  ])('M10 %j is %s', (written, standing) => {
    expect(answers(written)).toMatchObject({ standing, forged: standing === 'stranger-answer' });
  });

  it('M10 is its guest’s to send, also through a service that writes for them', () => {
    const said = { guests: [guest(MAX, 'ACCEPTED')] };
    expect(answers(said, { senders: ['calendar-notification@google.test', MAX] }).forged).toBe(false);
    expect(answers(said, { senders: ['evil@x.test'] }).forged).toBe(true);
  });

  it('M10 to an event that nobody has, or that is another’s, changes nothing', () => {
    expect(answers({ guests: [guest(MAX, 'ACCEPTED')] }, { held: null })).toMatchObject({
      standing: 'unknown',
      act: null,
    });
    expect(answers({ guests: [guest(MAX, 'ACCEPTED')] }, { own: ['ben@studio.test'] }).act).toBeNull();
  });
});

describe('M10 what is written', () => {
  const said = { guest: [ANN], answer: 'accepted' } as const;

  it('M10 of a guest’s copy is the answer and nothing else', () => {
    const copy = file({ method: null });
    const after = answeredCopy(read(file()), { before: copy, same: true }, said);
    const unfolded = (text: string) => text.replaceAll('\r\n ', '').split('\r\n');
    const lines = unfolded(copy);
    expect(unfolded(after).filter((line) => !lines.includes(line))).toEqual([
      'ATTENDEE;CN=ann@studio.test;PARTSTAT=ACCEPTED;RSVP=TRUE:mailto:ann@studio.test',
    ]);
    expect(unfolded(after)).toHaveLength(lines.length);
  });

  it('M10 of a new version is that version; no alarm of others rings, one’s own stay', () => {
    const own = file({ method: null }).replace('ACTION:EMAIL', 'ACTION:DISPLAY');
    const fresh = answeredCopy(read(file()), { before: null, same: false }, said);
    expect(fresh).not.toMatch(/VALARM|METHOD/);
    const after = answeredCopy(read(file({ sequence: 1, hour: 16 })), { before: own, same: false }, said);
    expect(after).toMatch(/20260312T160000/);
    expect(after.match(/BEGIN:VALARM/g)).toHaveLength(1);
    expect(after).toMatch(/ACTION:DISPLAY/);
    expect(held(after)?.guests.map(({ answer }) => answer)).toEqual(['accepted', null]);
  });

  it('M10 of one instance leaves the series, and what was said to it', () => {
    const series = accepted(file({ method: null, more: ['RRULE:FREQ=WEEKLY'] }));
    const moved = read(
      file({ sequence: 1, hour: 17, more: ['RECURRENCE-ID;TZID=Europe/Zurich:20260319T140000'] }),
    );
    expect(moved.instance).not.toBe('master');
    const after = answeredCopy(moved, { before: series, same: false }, { ...said, answer: 'declined' });
    expect(held(after)?.guests[0]?.answer).toBe('accepted');
    expect(held(after, moved.instance)?.guests[0]?.answer).toBe('declined');
    expect(withAnswer(series, { ...said, answer: 'declined' }, moved.instance)).toBe(series);
    const again = answeredCopy(moved, { before: after, same: true }, { ...said, answer: 'tentative' });
    expect(held(again)?.guests[0]?.answer).toBe('accepted');
    expect(held(again, moved.instance)?.guests[0]?.answer).toBe('tentative');
  });

  it('M10 for somebody who is not invited names nobody', () => {
    expect(toldCopy(read(file()))).not.toMatch(/ATTENDEE|ORGANIZER|VALARM/);
  });

  const now = Temporal.Instant.from('2026-03-02T08:00:00Z');

  it('M10 to the organizer names the version, the instance, whoever answers, and nobody else', () => {
    const invitation = read(
      file({ sequence: 4, more: ['RECURRENCE-ID;TZID=Europe/Zurich:20260312T140000'] }),
    );
    const text = replyText(invitation, { ...said, comment: 'Zu zweit; gern, ja', now });
    const reply = read(text);
    expect(reply).toMatchObject({ method: 'REPLY', uid: 'rose@client.test', sequence: 4 });
    expect(reply.instance).toBe(invitation.instance);
    expect(reply.guests).toEqual([{ name: ANN, addresses: [ANN], answer: 'accepted' }]);
    expect(reply.organizer?.addresses).toEqual([MAX]);
    expect(reply.comment).toBe('Zu zweit; gern, ja');
    expect(reply.stamp).toBe(now.epochMilliseconds);
    expect(text).not.toMatch(/RSVP|VALARM|leo@/);
  });

  it('M10 is read by the organizer as what the guest said, whoever writes it and however often', () => {
    const answers = fc.constantFrom<Answer>('accepted', 'tentative', 'declined');
    fc.assert(
      fc.property(answers, fc.nat(5), fc.nat(59), fc.string(), (answer, sequence, written, comment) => {
        const asked = file({ sequence, written });
        const plain = comment.replaceAll(/\p{C}/gu, '').toWellFormed();
        const reply = read(replyText(read(asked), { guest: [ANN], answer, comment: plain, now }));
        const situation = {
          invitation: reply,
          own: [MAX],
          senders: [ANN],
          disowned: false,
          held: held(asked),
          answered: null,
        };
        expect(decideInvitation(situation)).toMatchObject({ standing: 'guest-answer', forged: false });
        const noted = withAnswer(asked, { guest: reply.guests[0]?.addresses ?? [], answer }, reply.instance);
        expect(decideInvitation({ ...situation, held: held(noted) }).standing).toBe('guest-answer-known');
      }),
    );
  });

  it('M10 never makes an event out of what is none', () => {
    const hostile = fc.array(
      fc.constantFrom(
        'BEGIN:VEVENT',
        'END:VEVENT',
        'UID:a',
        'METHOD:REQUEST',
        'BEGIN:VCALENDAR',
        'ATTENDEE',
        '',
        ':',
      ),
    );
    fc.assert(
      fc.property(hostile, (lines) => {
        const reading = readInvitation(lines.join('\n'), ZONE);
        if (reading.ok) decide({}, { invitation: reading.invitation });
      }),
    );
    expect(readInvitation('x'.repeat(1_000_001), ZONE)).toEqual({ ok: false, reason: 'unreadable' });
    const two = file().replace(
      'END:VCALENDAR',
      `BEGIN:VEVENT\r\nUID:b\r\nDTSTART:20260101T100000Z\r\nEND:VEVENT\r\nEND:VCALENDAR`,
    );
    expect(readInvitation(two, ZONE)).toEqual({ ok: false, reason: 'several' });
  });
});

describe('M10 whatever comes', () => {
  const written = fc.record({
    method: fc.constantFrom(
      'REQUEST',
      'CANCEL',
      'PUBLISH',
      'REPLY',
      'COUNTER',
      'ADD',
      'REFRESH',
      'DECLINECOUNTER',
    ),
    sequence: fc.nat(3),
    written: fc.nat(3),
    hour: fc.constantFrom(14, 15),
    organizer: fc.constantFrom(MAX, ANN, null),
    guests: fc.subarray([guest(ANN), guest(MAX, 'ACCEPTED'), guest('leo@x.test')]),
  });

  it('M10 what is older than the calendar’s version, or another’s, is never acted on', () => {
    fc.assert(
      fc.property(written, written, (sent, kept) => {
        const copy = held(file({ ...kept, method: null }));
        const verdict = decide(sent, { held: copy });
        const older = sent.sequence < kept.sequence;
        const others =
          sent.organizer !== kept.organizer && kept.organizer !== null && sent.method !== 'REPLY';
        const byGuest = sent.method === 'REPLY' && kept.organizer !== ANN;
        if (older || others || byGuest) expect(verdict.act).toBeNull();
      }),
    );
  });

  it('M10 what was answered is answered: the same message asks no second time', () => {
    fc.assert(
      fc.property(written, fc.constantFrom<Answer>('accepted', 'declined'), (sent, answer) => {
        const invitation = read(file(sent));
        const { act, guest: me } = decide(sent);
        if (act !== 'answer' || !me) return;
        const after = answeredCopy(
          invitation,
          { before: null, same: false },
          { guest: me.addresses, answer },
        );
        expect(decide(sent, { held: held(after) })).toMatchObject({ standing: 'answered', answer });
      }),
    );
  });
});
