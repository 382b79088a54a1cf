import type { GivenStudio } from '../studio.ts';

/** What a test studio is told by its operator: where it lies and how it is reached. For tests. */
export function givenStudio(more: Partial<GivenStudio> = {}): GivenStudio {
  return {
    name: null,
    zone: 'Europe/Zurich',
    sender: null,
    url: null,
    hookUrl: null,
    here: 'http://localhost:4600',
    machineZone: 'Etc/UTC',
    mailServer: false,
    ...more,
  };
}
