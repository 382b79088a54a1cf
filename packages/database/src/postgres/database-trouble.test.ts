import { describe, expect, it } from 'vitest';
import { type DatabaseTrouble, databaseTrouble } from './database-trouble.ts';

const coded = (code: string, message = 'x') => Object.assign(new Error(message), { code });

describe('what is wrong with the database', () => {
  it.each<[string, unknown, DatabaseTrouble | null]>([
    ['nobody listens', coded('ECONNREFUSED'), 'away'],
    ['nobody listens on any of the addresses', new AggregateError([coded('ECONNREFUSED')]), 'away'],
    ['it is starting', coded('57P03'), 'away'],
    ['the line broke', new Error('Connection terminated unexpectedly'), 'away'],
    ['no connection was to be had', new Error('timeout exceeded when trying to connect'), 'away'],
    ['class 08', coded('08006'), 'away'],
    ['the disk is full', coded('53100'), 'full'],
    ['the disk of this machine is full', coded('ENOSPC'), 'full'],
    ['the disk is full, in words', new Error('could not write: No space left on device'), 'full'],
    ['behind another error', new Error('it failed', { cause: coded('53100') }), 'full'],
    ['too many connections', coded('53300'), 'busy'],
    ['a copy', coded('25006'), 'read-only'],
    ['a wrong password', coded('28P01'), 'refused'],
    ['a row that breaks a rule', coded('23505'), null],
    ['a rule of ours', coded('P0001'), null],
    ['no error at all', 'text', null],
  ])('S10: %s', (_what, error, kind) => {
    expect(databaseTrouble(error)).toBe(kind);
  });

  it('S10: an error that is its own cause ends', () => {
    const circle = new Error('x');
    circle.cause = circle;
    expect(databaseTrouble(circle)).toBeNull();
  });
});
