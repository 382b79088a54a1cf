import { expect, it } from 'vitest';
import { judgeGreeting } from './judge-greeting.ts';

it.each([
  ['* OK [CAPABILITY IMAP4rev1] ready\r\n', 'imap', 'right'],
  ['* PREAUTH in\r\n', 'imap', 'right'],
  ['220 mx ESMTP\r\n', 'smtp', 'right'],
  ['220-mx\r\n220 ESMTP\r\n', 'smtp', 'right'],
  ['220 mx ESMTP\r\n', 'imap', 'sends'],
  ['* OK ready\r\n', 'smtp', 'reads'],
  ['+OK POP3 ready\r\n', 'imap', 'pop3'],
  ['SSH-2.0-OpenSSH_9.6\r\n', 'imap', 'ssh'],
  ['HTTP/1.1 400 Bad Request\r\n', 'smtp', 'web'],
  ['<!DOCTYPE html><html>', 'imap', 'web'],
  ['\u0015\u0003\u0003\u0000\u0002\u0002\u0028', 'imap', 'wants-tls'],
  ['* BYE too busy\r\n', 'imap', 'later'],
  ['421 4.7.0 later\r\n', 'smtp', 'later'],
  ['554 no service\r\n', 'smtp', 'refused'],
  ['hello world, whoever you are', 'imap', 'other-service'],
  ['* O', 'imap', null],
  ['', 'smtp', null],
] as const)('S14: %j, where %s was hoped for, is %s', (said, hoped, is) => {
  expect(judgeGreeting(said, hoped)).toBe(is);
});
