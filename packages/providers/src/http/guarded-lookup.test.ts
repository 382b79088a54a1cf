import { describe, expect, test } from 'vitest';
import { parseAllowList } from './allow-list.ts';
import { guardedLookup, RefusedAddressError, type Resolve, refuseLiteral } from './guarded-lookup.ts';

const resolvesTo =
  (...addresses: readonly string[]): Resolve =>
  async () =>
    addresses.map((address) => ({ address, family: address.includes(':') ? 6 : 4 }));

const nothing = parseAllowList('');

function lookUp(resolve: Resolve, allow = nothing): Promise<unknown> {
  const lookup = guardedLookup(443, allow, resolve);
  return new Promise((done, fail) => {
    lookup('cal.example', { all: true }, (error, found) => (error ? fail(error) : done(found)));
  });
}

describe('S14 names', () => {
  test('public addresses are handed on as they were checked', async () => {
    const found = await lookUp(resolvesTo('93.184.216.34', '2606:4700::1'));
    expect(found).toEqual([
      { address: '93.184.216.34', family: 4 },
      { address: '2606:4700::1', family: 6 },
    ]);
  });

  test('one private address among public ones refuses the name', async () => {
    await expect(lookUp(resolvesTo('93.184.216.34', '10.0.0.1'))).rejects.toThrow(RefusedAddressError);
  });

  test('the error names the host but not the address behind it', async () => {
    const error = await lookUp(resolvesTo('10.11.12.13')).catch((reason: Error) => reason);
    expect(String(error)).toContain('cal.example');
    expect(JSON.stringify(error)).not.toContain('10.11');
  });

  test('an allowed name may lead to a private address', async () => {
    const found = await lookUp(resolvesTo('10.0.0.1'), parseAllowList('cal.example'));
    expect(found).toEqual([{ address: '10.0.0.1', family: 4 }]);
  });

  test('a name that changes its answer is judged by the answer it is connected with', async () => {
    const answers = ['93.184.216.34', '127.0.0.1'];
    const rebinding: Resolve = async () => [{ address: answers.shift() ?? '', family: 4 }];
    expect(await lookUp(rebinding)).toEqual([{ address: '93.184.216.34', family: 4 }]);
    await expect(lookUp(rebinding)).rejects.toThrow(RefusedAddressError);
  });

  test('a name without an address is not found', async () => {
    await expect(lookUp(resolvesTo())).rejects.toMatchObject({ code: 'ENOTFOUND' });
  });
});

describe('S14 addresses as hosts', () => {
  test.each([
    'http://127.0.0.1/',
    'http://127.1/',
    'http://2130706433/',
    'http://0x7f000001/',
    'http://0177.0.0.1/',
    'http://0x7f.0.0.1/',
    'http://0/',
    'http://[::1]/',
    'http://[::ffff:127.0.0.1]/',
    'http://[::ffff:7f00:1]/',
    'http://[64:ff9b::7f00:1]/',
    'http://①②⑦.0.0.1/',
    'http://169.254.169.254/latest/meta-data/',
  ])('%s is refused', (text) => {
    expect(() => refuseLiteral(new URL(text).hostname, 80, nothing)).toThrow(RefusedAddressError);
  });

  test('a public address and any name pass', () => {
    expect(() => refuseLiteral('93.184.216.34', 80, nothing)).not.toThrow();
    expect(() => refuseLiteral('fcal.ch', 80, nothing)).not.toThrow();
  });

  test('an allowed address passes at its port only', () => {
    const allow = parseAllowList('127.0.0.1:5232');
    expect(() => refuseLiteral('127.0.0.1', 5232, allow)).not.toThrow();
    expect(() => refuseLiteral('127.0.0.1', 22, allow)).toThrow(RefusedAddressError);
  });
});
