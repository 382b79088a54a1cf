import { type SourceComponent, type SourceLine, type SourceNode } from '../../text/source-document.ts';
import { placeOf } from './field-group.ts';
import { type Statement, statementOf } from './statement.ts';
import { componentText } from './unit.ts';

/**
 * Whether `stored` says all that `sent` says, and beyond it nothing but what servers add by themselves: properties and
 * parameters of their own.
 */
export function includes(stored: readonly SourceNode[], sent: readonly SourceNode[]): boolean {
  const left = new Set(stored.filter((node) => placeOf(node.name) !== null));
  for (const node of sent) {
    if (placeOf(node.name) === null || saysNothing(node)) continue;
    const found = [...left].find((candidate) => isKept(candidate, node));
    if (!found) return false;
    left.delete(found);
  }
  return [...left].every((node) => isAddition(node) || saysNothing(node));
}

function isKept(stored: SourceNode, sent: SourceNode): boolean {
  if (stored.name !== sent.name) return false;
  if (stored.kind === 'line' && sent.kind === 'line') return isKeptLine(stored, sent);
  return stored.kind === 'component' && sent.kind === 'component' && isKeptComponent(stored, sent);
}

function isKeptComponent(stored: SourceComponent, sent: SourceComponent): boolean {
  return componentText(stored) === componentText(sent) || includes(stored.children, sent.children);
}

function isKeptLine(stored: SourceLine, sent: SourceLine): boolean {
  const [there, here] = [statementOf(stored), statementOf(sent)];
  if (!there || !here || there.value !== here.value) return false;
  return hasParameters(there, here);
}

function hasParameters({ parameters }: Statement, sent: Statement): boolean {
  const kept = sent.parameters.every((parameter) => parameters.includes(parameter));
  const added = parameters.filter((parameter) => !sent.parameters.includes(parameter));
  return kept && added.every((parameter) => parameter.startsWith('X-'));
}

/** What a person edits is no addition, whatever it is called. */
function isAddition(node: SourceNode): boolean {
  return node.kind === 'line' && node.name.startsWith('X-') && placeOf(node.name)?.group === 'rest';
}

function saysNothing(node: SourceNode): boolean {
  return node.kind === 'line' && statementOf(node) === null;
}
