import { expect, test } from 'vitest';
import { parseAllowList } from './allow-list.ts';

const list = parseAllowList(
  ' nas.local, 192.168.1.0/24,127.0.0.1:5232,[fd00::5]:8443, fd12::/16,Cloud.Home.:443',
);

test.each([
  ['nas.local', 443, true],
  ['NAS.local.', 80, true],
  ['other.local', 443, false],
  ['evil-nas.local', 443, false],
  ['cloud.home', 443, true],
  ['cloud.home', 8443, false],
])('S14 the name %s at port %i is allowed: %s', (host, port, allowed) => {
  expect(list.allowsHost(host, port)).toBe(allowed);
});

test.each([
  ['192.168.1.7', 443, true],
  ['192.168.2.7', 443, false],
  ['::ffff:192.168.1.7', 443, true],
  ['127.0.0.1', 5232, true],
  ['127.0.0.1', 22, false],
  ['127.0.0.2', 5232, false],
  ['fd00::5', 8443, true],
  ['fd00::5', 443, false],
  ['fd12:1::1', 443, true],
  ['nonsense', 443, false],
])('S14 the address %s at port %i is allowed: %s', (address, port, allowed) => {
  expect(list.allowsAddress(address, port)).toBe(allowed);
});

test('an empty list allows nothing', () => {
  expect(parseAllowList('').allowsAddress('127.0.0.1', 80)).toBe(false);
});

test.each(['10.0.0.0/33', 'a b', 'http://nas.local', '10.0.0/8/4'])(
  '%s is refused with its text',
  (entry) => {
    expect(() => parseAllowList(`nas.local,${entry}`)).toThrow(entry);
  },
);
