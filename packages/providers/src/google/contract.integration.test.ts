import type { GoogleSettings } from '@atelier/testkit/sandbox-google/google-settings';
import { lookupContract } from '../contract/lookup-contract.ts';
import { pullContract } from '../contract/pull-contract.ts';
import { writeContract } from '../contract/write-contract.ts';
import { googleServerUnderTest } from './testing/google-server-under-test.ts';

/** What nobody outside Google knows is tried either way. */
const KINDS: Readonly<Record<string, Partial<GoogleSettings>>> = {
  Google: {},
  'Google, the other way round': {
    uidListing: 'without-cancelled',
    exceptionsOnMove: 'dropped',
    deletedIds: 'free',
    masterFollows: true,
    repeats: true,
  },
};

for (const [kind, settings] of Object.entries(KINDS)) {
  const start = () => googleServerUnderTest(settings);
  pullContract(kind, start);
  writeContract(kind, start);
  lookupContract(kind, start);
}
