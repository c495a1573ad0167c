import { expect, test } from 'vitest';
import { typedCode } from '../../shared/wire/typed-code.ts';

const nfkc = (text: string) => text.normalize('NFKC');

/** `HNT7` as people type, say, paste and are corrected into it. */
const ways = [
  ...['HNT7', 'hnt7', 'hNt 7', ' HNT-7 ', 'H N T 7', 'HNT7.', 'HNT7,', '(HNT7)', '#HNT7', 'HNT_7', 'H.N.T.7'],
  ...['"HNT7"', "'HNT7'", '“HNT7”', '„HNT7“', '«HNT7»', '`HNT7`', 'HNT–7', 'HNT—7', 'HNT‑7', 'HNT−7'],
  ...['ｈｎｔ７', 'ＨＮＴ７', 'ＨＮＴ　７', '𝐇𝐍𝐓𝟕', 'Ⓗⓝⓣ⑦', 'HNT۷', 'HNT٧', 'HNT७'],
  ...[
    'HN\u200BT7',
    '\uFEFFHNT7',
    'HNT7\u200E',
    '\u2068HNT7\u2069',
    'HN\u00ADT7',
    'HNT\u00A07',
    'HNT7\n',
    'H\tNT7',
  ],
];

/** The link of the code, pasted where the code alone was asked for. */
const links = [
  'https://uni.example/j/HNT7',
  'HTTPS://UNI.EXAMPLE/J/HNT7',
  ' uni.example/backrow/j/hnt7/ ',
  'http://192.168.0.7:3000/j/HNT7?room=main#top',
  '<https://uni.example/j/HNT7>',
];

test.each([...ways, ...links])('[W45] %j is the code HNT7', (typed) => {
  expect(typedCode(typed, nfkc)).toBe('HNT7');
});

test.each([
  'HNT',
  'HNT77',
  'HNTT7',
  'ΗNT7',
  'HNT7é',
  'HNT½',
  '',
  'https://uni.example/e/HNT7',
  'https://uni.example/j/',
])('[W45] %j is another', (typed) => {
  expect(typedCode(typed, nfkc)).not.toBe('HNT7');
});

test('[W45] every digit of a script is itself', () => {
  for (const row of [
    '0123456789',
    '٠١٢٣٤٥٦٧٨٩',
    '۰۱۲۳۴۵۶۷۸۹',
    '०१२३४५६७८९',
    '𝟎𝟏𝟐𝟑𝟒𝟓𝟔𝟕𝟖𝟗',
    '𝟘𝟙𝟚𝟛𝟜𝟝𝟞𝟟𝟠𝟡',
    '０１２３４５６７８９',
  ])
    expect(typedCode(row, nfkc)).toBe('0123456789');
});
