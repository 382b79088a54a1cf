import type { Push, PushEnding, PushService } from '../push-service.ts';

export interface SilentPush extends PushService {
  readonly sent: Push[];
}

/** Push services that take everything, or what a test says. */
export function silentPush(answer: (push: Push) => PushEnding = () => 'sent'): SilentPush {
  const sent: Push[] = [];
  return {
    sent,
    newKeys: () => ({ publicKey: 'public', privateKey: 'private' }),
    async send(push) {
      sent.push(push);
      return answer(push);
    },
  };
}
