import type { Heard } from './sentence.ts';

/**
 * What a refusal says to an attendee, where the words are fetched late so that a phone can ask sooner. Where they
 * cannot be fetched it is said in the server's English.
 */
export async function lateSentence(refusal: Heard): Promise<string> {
  try {
    const { askerSentence } = await import('./asker.ts');
    return askerSentence(refusal);
  } catch {
    return refusal.message;
  }
}
