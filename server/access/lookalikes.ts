/**
 * Letters that look like those of ASCII, by what they look like: code points in hexadecimal, of letters that are folded
 * already (decomposed, without marks, in lower case). From the `confusables.txt` of Unicode (UTS #39), what leads to one
 * or two ASCII letters in either case, and in addition small capitals, turned letters, and the Cyrillic and Greek ones
 * that are drawn for Latin ones in jest. What folding itself makes ASCII (full width, mathematical, circled) is not here.
 * Made from data files of Unicode, Inc., under the Unicode License (https://www.unicode.org/copyright.html).
 */
const table: Readonly<Record<string, string>> = {
  2: '1a8 1bb 3e9 14bf a645 a6ef a75b',
  3: '21d 25c 292 437 499 4e1 2ccd a76b 118ca 16f3b',
  4: 'ab9e 118cf',
  5: '118db',
  6: '431 2cd3 abbe 118d5',
  7: '104fa 118c6',
  8: '223 9ea a6a 1031a 1e8cb',
  9: '9ed a67 b68 d6d 2ccb a76f 118cc 118d6',
  a: '250 251 3b1 3bb 430 15c5 1d00 a4ee ab7a 102a0 16f40',
  aa: 'a733',
  ae: 'e6 4d5',
  ao: 'a735',
  au: 'a737',
  av: 'a739 a73b',
  ay: 'a73d',
  b: '180 183 185 253 299 432 44c 463 48d 13fc 15af 15f7 a4d0 ab9f 10282 102a1 10301',
  bl: '44b',
  c: 'a2 23c 441 4ab 1d04 20a1 2ca5 a4da abaf 102a2 10302 1043d 1051c 118e9 118f2',
  d: 'f0 111 18c 256 257 434 501 146f 15de 15ea 1d05 20ab a4d2 a4d3 ab70 abb7',
  dz: '2a3',
  e: '1dd 247 259 3b5 435 44d 4bd 4bf 1d07 2d39 a4f0 ab32 ab7c 10286 118ce',
  f: '192 25f 3dd 584 15b4 1d6e 1e9d a4dd a730 a799 ab35 10287 102a5 10525 118c2',
  g: '18d 1e5 260 261 262 50d 581 13fb 1d83 a4d6 ab90',
  h: '127 265 266 29c 43d 45b 4a3 4bb 4c8 4ca 570 13fa 157c 2c68 2c8f a4e7 a695 ab8b ab92 102cf',
  i: '268 269 26a 3b9 456 4cf 1d7b 1d7c a647 ab75 118c3',
  j: '249 29d 3f3 458 148d 1d0a a4d9 ab7b',
  k: '199 29e 3ba 43a 49b 49f 16d5 1d0b 20ad 2c6a 2c95 a4d7 a741 abb6 10518',
  l: '142 19a 1c0 26b 26d 29f 5d5 5df 627 661 673 6f1 7ca 14aa 16c1 2c93 2cd1 2d4f a4e1 a4f2 abae 1028a 10309 10320 10443 10526 118d2 16f16 16f28 1e8c7',
  ll: '1c1 5f0',
  lo: '44e',
  ls: '2aa',
  lt: '20b6',
  lz: '2ab',
  m: '28d 3bc 3fb 43c 4ce 15f0 16d6 1d0d 2c99 a4df ab87 102b0 10311',
  n: '19e 272 273 274 3b7 3c0 438 43f 578 57c 1d70 2c9b a4e0 10513',
  o: 'f8 275 3b8 3bf 3c3 43e 473 4e9 585 5e1 647 665 6be 6c1 6d5 6f5 6ff 7c0 966 9e6 a66 ae6 b20 b66 be6 c66 ce6 d20 d66 e50 ed0 1010 101d 1040 10ff 12d0 1d0f 1d11 2c9f 2d31 2d41 2d54 3007 a4f3 a74b ab3d ab3e ab74 ab8e abbb 10292 102ab 1042c 104ea 10516 114d0 118c8 118d7 118e0',
  oe: '153',
  oo: 'a699 a74f',
  p: '1a5 3c1 440 146d 1d18 1d7d 2ca3 a4d1 abb2 10295',
  q: '2a0 51b 563 566 2d55 a7af',
  r: '24d 279 27c 27d 280 433 44f 493 1587 1d26 1d72 2c85 a4e3 ab47 ab48 ab71 ab81 aba2 104dc 16f35',
  rn: '271 1d6f 20a5 11700 118e3',
  s: '1bd 282 455 57f 1d74 a4e2 a731 aba5 abaa 10296 10448 118c1 16f3a',
  ss: '3b2 13f8 a7b5',
  t: '167 1ad 287 288 3c4 442 4ad 1d1b 1d75 20ae 2c66 2ca7 a4d4 ab72 10297 102b1 10315 16f0a',
  t3: 'a729',
  tf: 'a777',
  ts: '2a6',
  u: '289 28b 3c5 446 57d 1200 144c 1d1c 1d7e a4f4 a79f ab4e ab52 ab9c 104f6 118d8 16f42',
  ue: '1d6b',
  uo: 'ab63',
  v: '28c 3bd 475 5d8 667 6f7 142f 1d20 2d38 a4e6 a6df aba9 1051d 11706 118c0 16f08',
  w: '26f 3c9 448 449 461 47d 51d 561 1d21 20a9 a4ea a761 ab83 aba4 114c5 1170a 1170e 1170f 118e6 118ef',
  x: '3c7 445 4b3 1541 157d 16b7 2cad 2d5d a4eb ab53 10290 102b4 10317 10322 10527 118ec',
  y: 'a5 1b4 24f 263 28e 28f 3b3 443 4af 4b1 10e7 1d8c 1eff 2ca9 a4ec ab5a ab79 ab8d 102b2 118dc 16f43',
  z: '1b6 225 290 3b6 1d22 1d76 a4dc ab93 102f5 118c4 118c9 118e5',
};

/** The letters of enclosed alphabets that have no decomposition: the first of 26, each standing for `a`. */
const alphabets = [0x1f150, 0x1f170, 0x1f1e6];

/** What a folded character looks like in ASCII: one or two characters. Characters that look like none are not in it. */
export const lookalikes: ReadonlyMap<string, string> = new Map([
  ...Object.entries(table).flatMap(([ascii, points]) =>
    points
      .split(' ')
      .map((point): [string, string] => [String.fromCodePoint(Number.parseInt(point, 16)), ascii]),
  ),
  ...alphabets.flatMap((first) =>
    Array.from({ length: 26 }, (_, place): [string, string] => [
      String.fromCodePoint(first + place),
      String.fromCharCode(0x61 + place),
    ]),
  ),
]);
