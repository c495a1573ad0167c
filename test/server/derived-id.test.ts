import { expect, it } from 'vitest';
import { derivedId } from '../../server/live/derived-id.ts';

// Worked out by Python's `uuid.uuid5`.
it.each([
  ['demo 1780000000000', '39145e5b-0499-5fc2-b792-0dc4cd932ee5'],
  ['sample é', '0a54f51c-f613-5302-b8cc-68f3dfc9ccaf'],
])('[L3] the server derives one id for “%s” on every machine', (words, id) => {
  expect(derivedId(words)).toBe(id);
});
