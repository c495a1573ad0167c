import { describe, expect, it, test } from 'vitest';
import { reservedName } from '../../server/access/reserved-names.ts';
import { redeemedSchema } from '../../shared/wire/http.ts';
import { openWorld } from '../world/world.ts';

describe('[P20] a word for those who run an event is no part of a name', () => {
  it.each([
    // In each language, in more than one form.
    ...['Moderator', 'organiser', 'Organizer', 'SPEAKER', 'Chair', 'Session Chair', 'host', 'Staff', 'Admin'],
    ...[
      'Moderatorin',
      'Moderator*in',
      'Veranstalter',
      'Sprecherin',
      'Vorsitzender',
      'Gastgeber',
      'Orga-Team',
    ],
    ...[
      'Moderador',
      'organizadora',
      'Palestrante',
      'Presidente',
      'anfitrião',
      'Ponente',
      'Anfitrión',
      'Orador',
    ],
    ...['Modérateur', 'modératrice', 'Organisateur', 'Conférencière', 'Présidente', 'Animateur', 'Hôte'],
    ...[
      'مشرف',
      'المشرف',
      'المُشرف',
      'أحمد المنظم',
      'المتحدثة',
      'رئيس الجلسة',
      'الرئيس',
      'مدير',
      'المضيف',
      'موظفة',
    ],
    ...[
      '主持人',
      '主持人张三',
      '管理员',
      '組織者',
      '演讲者',
      '主席',
      '工作人员',
      '司会',
      '田中（司会）',
      'モデレーター',
    ],
    ...['ﾓﾃﾞﾚｰﾀｰ', 'スタッフ', 'モデレーター田中', '運営', '座長', '講演者', 'ホスト', '主 持 人'],
    // Written with other letters: Cyrillic, Greek, Armenian, full width, mathematical, small, enclosed, turned.
    ...[
      'Мoderator',
      'mоdеrаtоr',
      'МОДЕRАТОR',
      'Ηοst',
      'Sрeаkеr',
      'ＭＯＤＥＲＡＴＯＲ',
      '𝓜𝓸𝓭𝓮𝓻𝓪𝓽𝓸𝓻',
      'ᴍᴏᴅᴇʀᴀᴛᴏʀ',
    ],
    ...[
      'Ⓜⓞⓓⓔⓡⓐⓣⓞⓡ',
      '🅼🅾🅳🅴🆁🅰🆃🅾🆁',
      '🄷🄾🅂🅃',
      'Mօderatօr',
      'Ѕtаff',
      'Ꭺdmin',
      'αdmιn',
      'Aɖɱin',
      'Mod\u00ADera\u200Dtor',
    ],
    ...['M̶o̶d̶e̶r̶a̶t̶o̶r̶', 'Móđérâtør', 'Chaır', 'ADMİN', '\u{1F1ED}\u{1F1F4}\u{1F1F8}\u{1F1F9}'],
    // With digits and signs for letters.
    ...[
      'm0derator',
      'M0d3r4t0r',
      '@dmin',
      'Adm1n',
      'adm!n',
      '$taff',
      '5t4ff',
      'rnoderator',
      'Admin1',
      'admin123',
      '2Admin',
    ],
    // Decorated, spelt, joined.
    ...[
      'Moderator (official)',
      '★ Admin ★',
      'M o d e r a t o r',
      'M.o.d.e.r.a.t.o.r',
      'Mode rator',
      '[STAFF] Ann',
    ],
    ...[
      'Ann – Moderator',
      'ann_admin',
      'Ann|Host|',
      'Moderator✔',
      'Moderator™',
      'TheModerator',
      'AdminAnn',
      'co-host',
    ],
    ...['Mod', 'Ann (Mod)', 'M0d', 'Mods', 'Committee', 'Organizing Committee', 'Organising Committee'],
    ...['Support', 'Tech Support', 'System', 'ЅУЅТЕМ', 'Backrow', 'BackRow', 'Back row', 'Backrow Team'],
  ])('%s', (name) => {
    expect(reservedName(name, [])).toBe('word');
  });

  it.each([
    ...[
      'Hostettler',
      'Chairil Anwar',
      'Moderato',
      'Staffan',
      'Staffordshire',
      'Adminah',
      'Speakman',
      'Hoster',
      'Ho St. John',
    ],
    ...[
      'Ann',
      'Ада',
      'Мария',
      'Ahmed',
      'أحمد',
      'رئيس أحمد',
      '张伟',
      '田中太郎',
      'さくら',
      'Παύλος',
      'Արմեն',
      'דוד',
      'สมชาย',
    ],
    ...[
      'François Hôtelier',
      'Orlando',
      'Oratio',
      'O’Hara',
      'X',
      '7',
      '★',
      '🎉',
      'Ann 2',
      'Ludwig van Beethoven',
      'Ivan III',
    ],
    ...[
      'Personal Ann',
      'Rainer Maria',
      'Präses',
      'Lea Organza',
      'McDonald',
      'DeAndre',
      'MacHoster',
      'Ghost',
      'Ghosh',
      'Amin',
    ],
    ...['Modi', 'Modesty', 'Maud', 'Systema', 'Supporter', 'Backrower', 'Ann of the back row'],
  ])('%s is a name', (name) => {
    expect(reservedName(name, [])).toBeNull();
  });
});

describe('[P21] a name that looks like that of somebody of the staff is theirs', () => {
  it.each([
    ['Ada Lovelace', 'Ada Lovelace'],
    ['Ada Lovelace', 'ada lovelace'],
    ['Ada Lovelace', 'Аda Lоvеlасе'],
    ['Ada Lovelace', '★ Ada  Lovelace ★'],
    ['Ada Lovelace', 'AdaLovelace'],
    ['Ada Lovelace', 'Ada Lovelace 2'],
    ['Ada Lovelace', 'Adá Lövelace'],
    ['Ada Lovelace', 'Ada Love1ace'],
    ['Ada Lovelace', '|Ada Lovelace|'],
    ['Νίκος', 'νικοσ'],
    ['Ian', 'lan'],
    ['Мария Иванова', 'Mария Ивaнoва'],
    ['Arnold Burn', 'Amold Bum'],
    ['أحمد', 'احمد'],
    ['张伟', '张 伟'],
  ])('of %s: %s', (staff, name) => {
    expect(reservedName(name, ['Somebody else', staff])).toBe('person');
  });

  it.each([
    ['Ada Lovelace', 'Ada'],
    ['Ada', 'Ada Byron'],
    ['Ada Lovelace', 'Lovelace'],
    ['2', '3'],
    ['★', '🎉'],
  ])('of %s not: %s', (staff, name) => {
    expect(reservedName(name, [staff])).toBeNull();
  });
});

test('[P20] [P21] whoever joins is refused such a name with what to do, and may take it as soon as they are staff', async () => {
  const world = await openWorld();
  const join = (name: string, cookie?: string) =>
    world.at('/join', { body: { attendance: 'inRoom', name }, ...(cookie && { headers: { cookie } }) });
  expect((await join('Olga Ivanova')).status).toBe(201);
  const invite = await world.invite({ role: 'moderator', name: 'Olga Ivanova', scope: {} });
  const redeemed = await world.at('/redeem', { body: { invite } });
  expect(redeemed.status).toBe(201);
  expect([(await join('Мoderator')).status, (await join('Мoderator')).body]).toEqual([
    403,
    {
      ok: false,
      reason: 'not-allowed',
      code: 'name-of-role',
      of: 'name',
      message: 'This name has a word for those who run the event. Please write your name without it.',
    },
  ]);
  expect((await join('Оlga  Ivanоva!')).body).toMatchObject({ reason: 'not-allowed', code: 'name-of-staff' });
  const speaker = await world.invite({ role: 'speaker', name: 'Kofi Mensah', scope: { session: 'talk-1' } });
  expect((await join('Kofi Mensah')).status).toBe(201);
  expect((await world.at('/redeem', { body: { invite: speaker } })).status).toBe(201);
  expect((await join('Kofi Mensah')).body).toMatchObject({ code: 'name-of-staff' });
  const cookie = String(redeemed.headers['set-cookie']).split(';')[0] ?? '';
  const own = await join('Olga Ivanova', cookie);
  expect([own.status, own.body]).toMatchObject([201, { participant: { name: 'Olga Ivanova' } }]);
  const host = await world.invite({ role: 'moderator', name: 'Moderator', scope: {} });
  expect((await world.at('/redeem', { body: { invite: host } })).body).toMatchObject({
    participant: { name: 'Moderator' },
  });
});

test('[P21] somebody whose access was withdrawn has their name back', async () => {
  const world = await openWorld();
  const invite = await world.invite({ role: 'moderator', name: 'Olga Ivanova', scope: {} });
  const { participant } = redeemedSchema.parse((await world.at('/redeem', { body: { invite } })).body);
  const organizer = await world.joinAs('organizer');
  await organizer.must({ type: 'participant.revoke', participant: participant.id });
  expect((await world.at('/join', { body: { attendance: 'inRoom', name: 'Olga Ivanova' } })).status).toBe(
    201,
  );
});

it.each(['Ada Lovelace (official)', 'Dr. Ada Lovelace', 'Lovelace, Ada', 'Аda Lоvelace – host desk'])(
  '[P21] takes a name of several words in whatever company: %s',
  (name) => {
    expect(reservedName(name, ['Ada Lovelace'])).not.toBeNull();
    expect(reservedName('Ada King', ['Ada Lovelace'])).toBeNull();
    // One word is many people's.
    expect(reservedName('Ada King', ['Ada'])).toBeNull();
  },
);
