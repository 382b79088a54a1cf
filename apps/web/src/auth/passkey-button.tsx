import { useMutation } from '@tanstack/react-query';
import { Fingerprint } from 'lucide-react';
import { useReader } from '../language/studio-reader.ts';
import { Button } from '../ui/controls/button.tsx';
import { DoorNotice } from './door-notice.tsx';
import { passkeysWork, signInByPasskey, wasClosed } from './passkeys.ts';

/** In by what the device knows its owner by: neither address nor password is typed. */
export function PasskeyButton({ onSignedIn }: { readonly onSignedIn: () => Promise<void> }) {
  const { words, language } = useReader();
  const enter = useMutation({ mutationFn: () => signInByPasskey(language), onSuccess: onSignedIn });
  if (!passkeysWork()) return null;
  return (
    <div className="mt-5 space-y-4">
      <p className="flex items-center gap-3 text-[13px] text-soft before:h-px before:flex-1 before:bg-line after:h-px after:flex-1 after:bg-line">
        {words.signIn.or}
      </p>
      {enter.error && !wasClosed(enter.error) && <DoorNotice error={enter.error} />}
      <Button className="w-full" pending={enter.isPending} onClick={() => enter.mutate()}>
        <Fingerprint aria-hidden className="size-4.5" />
        {words.signIn.passkey}
      </Button>
    </div>
  );
}
