import type { GraphSandboxOptions } from '@atelier/testkit/sandbox-graph/graph-sandbox';
import { lookupContract } from '../contract/lookup-contract.ts';
import { pullContract } from '../contract/pull-contract.ts';
import { writeContract } from '../contract/write-contract.ts';
import { graphServerUnderTest } from './testing/graph-server-under-test.ts';

/** What nobody outside Microsoft knows is tried either way. */
const KINDS: Readonly<Record<string, GraphSandboxOptions>> = {
  'Microsoft Graph': {},
  'Microsoft Graph, the other way round': {
    settings: {
      duplicateStatus: 400,
      duplicateNamesEvent: false,
      ifMatch: 409,
      mastersInDelta: false,
      deletionsInDelta: false,
      cancelledIds: 'opaque',
      deadToken: 400,
      wrapsBodies: false,
    },
  },
};

for (const [kind, options] of Object.entries(KINDS)) {
  const start = () => graphServerUnderTest(options);
  pullContract(kind, start);
  writeContract(kind, start);
  lookupContract(kind, start);
}
