import {
  englishDataset,
  englishRecommendedTransformers,
  RegExpMatcher,
  skipNonAlphabeticTransformer,
} from 'obscenity';
import type { LanguageHint } from '../../shared/questions/question.ts';

const words = englishDataset.build();
const { blacklistMatcherTransformers = [], whitelistMatcherTransformers = [] } =
  englishRecommendedTransformers;

/** Finds offensive English words and leaves the ones alone that merely contain them. */
const sure = new RegExpMatcher({ ...words, blacklistMatcherTransformers, whitelistMatcherTransformers });

/** Also sees through spaces and dots between letters, and is wrong more often. */
const keen = new RegExpMatcher({
  ...words,
  blacklistMatcherTransformers: [skipNonAlphabeticTransformer(), ...blacklistMatcherTransformers],
  whitelistMatcherTransformers,
});

/**
 * Whether words of a question could offend, found on this machine by a list of English words: a mark for the
 * moderator, which never keeps a question from anybody. Null where nothing was found.
 */
export function languageHint(text: string): LanguageHint | null {
  if (sure.hasMatch(text)) return 'likely';
  return keen.hasMatch(text) ? 'maybe' : null;
}
