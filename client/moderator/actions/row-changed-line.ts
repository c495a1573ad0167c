import { catalogue } from '../../look/messages.ts';
import { deskMessages } from '../messages/desk.en.ts';
import type { ActionName } from './action-table.ts';
import { printedKey } from './printed-key.ts';

const say = catalogue(deskMessages);

/** Says that an action did nothing, since the row that it was meant for has just become another one. */
export function rowChangedLine(name: ActionName): string {
  const key = printedKey(name);
  return key === undefined ? say('no.rowChangedChoose') : say('no.rowChanged', { key });
}
