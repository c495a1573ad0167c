import type { Heard } from './facts.ts';

/**
 * What a refusal says to an attendee, where the words are fetched late so that a phone can ask sooner. Where they
 * cannot be fetched it is said in the server's English.
 */
export function lateSentence(refusal: Heard): Promise<string> {
  return import('./asker.ts').then(
    ({ askerSentence }) => askerSentence(refusal),
    () => refusal.message,
  );
}
