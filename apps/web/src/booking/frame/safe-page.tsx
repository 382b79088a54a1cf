import { TriangleAlert } from 'lucide-react';
import { Component, type ReactNode } from 'react';
import { Button } from '../../ui/controls/button.tsx';
import { EmptyState } from '../../ui/display/empty-state.tsx';
import { useReader } from '../language/reader.ts';

/** Where a page breaks, it says so instead of going blank. What was typed is in the browser's storage. */
export class SafePage extends Component<{ readonly children: ReactNode }, { readonly broken: boolean }> {
  override state = { broken: false };

  static getDerivedStateFromError(): { readonly broken: boolean } {
    return { broken: true };
  }

  override render(): ReactNode {
    return this.state.broken ? <Broken /> : this.props.children;
  }
}

function Broken() {
  const { words } = useReader();
  return (
    <main>
      <EmptyState
        whole
        icon={TriangleAlert}
        title={words.problem.broken}
        hint={words.problem.brokenHint}
        action={<Button onClick={() => location.reload()}>{words.problem.reload}</Button>}
      />
    </main>
  );
}
