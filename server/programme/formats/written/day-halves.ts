/** Which half of the day a time is in, where it is counted to twelve; at night twelve is midnight, and one is after it. */
export type DayHalf = 'am' | 'pm' | 'night';

/** Words that stand before or behind a time, in the languages in which such tables come. */
const halfWords: Readonly<Record<DayHalf, string>> = {
  am: '午前 上午 早上 早晨 清晨 凌晨 朝 오전 아침 새벽 صباحا صباح पूर्वाह्न सुबह ก่อนเที่ยง sáng утра morgens vormittags früh in_the_morning de_la_mañana de_la_madrugada da_manhã du_matin di_mattina del_mattino rano délelőtt',
  pm: "午後 下午 中午 傍晚 夕方 오후 저녁 مساء ظهرا अपराह्न शाम दोपहर หลังเที่ยง chiều дня вечера mittags nachmittags in_the_afternoon in_the_evening de_la_tarde da_tarde de_l'après-midi de_l’après-midi del_pomeriggio di_pomeriggio popołudniu délután",
  night:
    'tối 晚上 夜里 夜 深夜 밤 ночи abends nachts at_night de_la_noche da_noite du_soir di_sera di_notte wieczorem este',
};

/** Abbreviations, written with or without dots and blanks between their letters. */
const shortWords: Readonly<Record<Exclude<DayHalf, 'night'>, string>> = {
  am: 'am πμ ص قظ לפנהצ sa fm öö pg',
  pm: 'pm μμ م بظ אחהצ ch em ös ptg',
};

const known: ReadonlyMap<string, DayHalf> = new Map([
  ...entriesOf('am', `${halfWords.am} ${shortWords.am}`),
  ...entriesOf('pm', `${halfWords.pm} ${shortWords.pm}`),
  ...entriesOf('night', halfWords.night),
]);

function entriesOf(half: DayHalf, words: string): [string, DayHalf][] {
  return words.split(' ').map((word) => [plain(word.replaceAll('_', ' ')), half]);
}

/** A word without its dots and blanks, in the form in which it is looked up. */
function plain(word: string): string {
  return word.replace(/[.\s]/g, '');
}

const letters = Object.values(shortWords)
  .flatMap((words) => words.split(' '))
  .map((word) => `${[...word].join('\\.? ?')}\\.?`);
const whole = Object.values(halfWords)
  .flatMap((words) => words.split(' '))
  .map((word) => word.replaceAll('_', ' '));
const either = [...whole, ...letters].toSorted((a, b) => b.length - a.length).join('|');
const before = new RegExp(`^(${either})(?=[\\s\\d])\\s*(?=\\d)`);
const behind = new RegExp(`(?<=[\\d\\s時时点點시분分半uhr.])\\s*(${either})$`);

/**
 * Takes the half of the day off a time of day, before it (`午後1:00`) or behind it (`1:00 μ.μ.`). The text is in small
 * letters and plain digits; what stands there besides stays.
 */
export function withoutHalf(text: string): { rest: string; half: DayHalf | null } {
  const bare = text.replace(/[\u064b-\u0652]|[״"](?=\p{Script=Hebrew})/gu, '');
  const found = before.exec(bare) ?? behind.exec(bare);
  const half = known.get(plain(found?.[1] ?? '')) ?? null;
  if (!found || half === null) return { rest: text, half: null };
  return { rest: bare.replace(found[0], ' ').trim(), half };
}

/** The minutes after midnight of a clock's reading in a half of the day; null where the two do not fit. */
export function inHalf(minutes: number, half: DayHalf): number | null {
  const noon = 12 * 60;
  if (minutes >= noon + 60) return half === 'am' ? null : minutes;
  const onDial = minutes % noon;
  if (half === 'am') return onDial;
  if (half === 'pm') return onDial + noon;
  if (minutes >= noon) return onDial === 0 ? 2 * noon : onDial;
  return onDial >= noon / 2 ? onDial + noon : onDial;
}
