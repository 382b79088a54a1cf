import { describe, expect, it } from 'vitest';
import { mailOrigin } from './mail-origin.ts';
import { answersElsewhere, otherSide, senderTrust } from './sender-trust.ts';

const box = (address: string) => ({ name: '', address });
const checked = (...values: readonly string[]) =>
  mailOrigin({
    headers: values.map((value) => ({ key: 'authentication-results', originalKey: '', value })),
  });
const HOSTS = ['imap.gmail.com', 'studio.example'];

describe('M4 who wrote', () => {
  it.each([
    [['mx.google.com; dmarc=pass (p=REJECT) header.from=x.test'], 'vouched'],
    [['mail.studio.example 1; spf=pass; dmarc = PASS'], 'vouched'],
    // Anybody can write such a line.
    [['evil.test; dmarc=pass'], 'unknown'],
    [['mx.google.com; spf=pass', 'mx.google.com; dmarc=pass'], 'unknown'],
    [['mx.google.com; dmarc=fail', 'mx.google.com; dmarc=pass'], 'disowned'],
    [['evil.test; (dmarc=pass) dmarc=fail'], 'disowned'],
    [[], 'unknown'],
  ] as const)('M4 %j is %s', (values, trust) => {
    expect(senderTrust(checked(...values), HOSTS)).toBe(trust);
  });

  it('M4 a message that nobody has read so far says nothing', () => {
    expect(senderTrust(null, HOSTS)).toBe('unknown');
  });

  it('M4 answers that go to another domain are noticed', () => {
    expect(answersElsewhere([box('a@x.test')], [box('b@X.test')])).toBeNull();
    expect(answersElsewhere([box('a@x.test')], [box('b@evil.test')])).toEqual(box('b@evil.test'));
  });

  it('M10 the client is who wrote, or whom one has written to', () => {
    const own = ['info@studio.example'];
    expect(otherSide({ from: [box('lea@x.test')], to: [box('info@studio.example')] }, own)).toEqual(
      box('lea@x.test'),
    );
    expect(otherSide({ from: [box('Info@studio.example')], to: [box('lea@x.test')] }, own)).toEqual(
      box('lea@x.test'),
    );
    expect(otherSide({ from: [box('info@studio.example')], to: [] }, own)).toBeNull();
  });
});
