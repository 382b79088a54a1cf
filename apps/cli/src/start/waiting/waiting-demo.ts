import type { Services } from '@atelier/runtime/services';
import type { Sandbox } from '@atelier/testkit/sandbox/sandbox';

export interface WaitingDemo {
  /** Opened after the sandbox: only those may talk to its loopback address. */
  readonly services: Services;
  readonly sandbox: Sandbox;
}
