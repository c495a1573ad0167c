import { type Action, type ActionName, actionTable } from './action-table.ts';

/** How a key is written on it. */
const names: Readonly<Record<string, string>> = { ArrowDown: '↓', ArrowUp: '↑' };

/** A sign of the table of actions as keys are printed: `Shift+a` is ⇧A. */
export function printed(sign: string): string {
  const shifted = /^Shift\+(.+)$/.exec(sign)?.[1];
  const key = shifted ?? sign;
  return `${shifted === undefined ? '' : '⇧'}${names[key] ?? key.toUpperCase()}`;
}

/** The key of an action as it is printed beside its words; undefined where it has none. */
export function printedKey(name: ActionName): string | undefined {
  const action: Action = actionTable[name];
  const [sign] = action.keys ?? [];
  return sign === undefined ? undefined : printed(sign);
}
