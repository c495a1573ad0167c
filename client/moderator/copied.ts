import { catalogue } from '../look/messages.ts';
import { deskMessages } from './messages.en.ts';

const say = catalogue(deskMessages);

/** Copies a link and says so; plain http has no clipboard: then it says the address, to be copied by hand. */
export async function copied(link: string): Promise<string> {
  try {
    await navigator.clipboard.writeText(link);
    return say('do.copied');
  } catch {
    return say('do.copyFailed', { link });
  }
}
