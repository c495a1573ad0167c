import { DateTime } from 'luxon';
import { plainDigits } from './plain-digits.ts';

/** A date as it is written, with its weekday (0 is Monday) where it names one; open where day and month can be taken for each other. */
export type WrittenDate =
  | { kind: 'date'; year: number | null; month: number; day: number; weekday?: number }
  | { kind: 'open'; year: number | null; first: number; second: number; weekday?: number }
  /** `Day 2` of an event whose dates are not written. */
  | { kind: 'number'; number: number }
  /** A weekday alone, from 0 (Monday). */
  | { kind: 'weekday'; weekday: number };

/** One of the calendar, unlike `Day 2` or a weekday. */
export type CalendarDate = Extract<WrittenDate, { year: number | null }>;

const monthWords =
  'jan january januar janvier janv enero ene gennaio gen janeiro januari января янв январь stycznia styczeń sty ledna leden ocak ιανουαρίου ιαν tammikuuta január ianuarie січня يناير|feb february februar fevrier fev febrero febbraio fevereiro februari февраля фев февраль lutego luty února únor şubat φεβρουαρίου φεβ helmikuuta február februarie лютого فبراير|mar march marz maerz mars marzo marco maart mrz марта март marca marzec března březen mart μαρτίου μαρ maaliskuuta március martie березня مارس|apr april avril avr abril abr aprile апреля апр апрель kwietnia kwiecień dubna duben nisan απριλίου απρ huhtikuuta április aprilie квітня أبريل|may mai mayo maggio mag maio mei мая май maja května květen mayıs μαΐου μάιος toukokuuta május травня مايو|jun june juni juin junio giugno giu junho июня июн июнь czerwca czerwiec června červen haziran ιουνίου ιουν kesäkuuta június iunie червня يونيو|jul july juli juillet juil julio luglio lug julho июля июл июль lipca lipiec července červenec temmuz ιουλίου ιουλ heinäkuuta július iulie липня يوليو|aug august aout agosto ago augustus августа авг август sierpnia sierpień srpna srpen ağustos αυγούστου αυγ elokuuta augusztus серпня أغسطس|sep sept september septembre septiembre settembre set setembro сентября сен сентябрь września wrzesień září eylül σεπτεμβρίου σεπ syyskuuta szeptember septembrie вересня سبتمبر|oct october oktober okt octobre octubre ottobre ott outubro out октября окт октябрь października październik října říjen ekim οκτωβρίου οκτ lokakuuta október octombrie жовтня أكتوبر|nov november novembre noviembre novembro ноября ноя ноябрь listopada listopad kasım νοεμβρίου νοε marraskuuta noiembrie листопада نوفمبر|dec december dezember dez decembre diciembre dic dicembre dezembro декабря дек декабрь grudnia grudzień prosince prosinec aralık δεκεμβρίου δεκ joulukuuta decembrie грудня ديسمبر';
const months: ReadonlyMap<string, number> = new Map(
  monthWords
    .split('|')
    .flatMap((words, index) => words.split(' ').map((word): [string, number] => [plain(word), index + 1])),
);
const weekdayWords =
  'mon monday mo montag lundi lun lunes lunedi segunda maandag 月曜日 月曜 周一 星期一 월요일 понедельник пн poniedziałek δευτέρα|tue tues tuesday di dienstag mardi mar martes martedi terca dinsdag 火曜日 火曜 周二 星期二 화요일 вторник вт wtorek τρίτη|wed wednesday mi mittwoch mercredi mer miercoles mercoledi quarta woensdag 水曜日 水曜 周三 星期三 수요일 среда ср środa τετάρτη|thu thur thurs thursday do donnerstag jeudi jeu jueves giovedi quinta donderdag 木曜日 木曜 周四 星期四 목요일 четверг чт czwartek πέμπτη|fri friday fr freitag vendredi ven viernes venerdi sexta vrijdag 金曜日 金曜 周五 星期五 금요일 пятница пт piątek παρασκευή|sat saturday sa samstag sonnabend samedi sam sabado sabato zaterdag 土曜日 土曜 周六 星期六 토요일 суббота сб sobota σάββατο|sun sunday so sonntag dimanche dim domingo domenica zondag 日曜日 日曜 周日 星期日 星期天 일요일 воскресенье вс niedziela κυριακή';
const weekdays: ReadonlyMap<string, number> = new Map(
  weekdayWords
    .split('|')
    .flatMap((words, index) => words.split(' ').map((word): [string, number] => [plain(word), index])),
);
const fillers = new Set(
  'st nd rd th er e º ª of the den der le la el de del am on 年 月 日 火 水 木 金 土 号 號 년 월 일 화 수 목 금 토 года г feira'.split(
    ' ',
  ),
);
const dayWords = new Set(['day', 'tag', 'jour', 'dia', 'giorno', 'dag']);

/** Reads a date: `2026-04-26`, `26.04.2026`, `26/04`, `17th Sep`, `4月26日`, `46138`, `Day 2`; null for others. */
export function dateOf(written: string): WrittenDate | null {
  const text = plainDigits(written.slice(0, 100))
    .trim()
    .replace(/[T ]00:00(?::00)?(?:\.0{1,9})?Z?$/, '');
  if (text === '' || text.length > 60) return null;
  if (/^[2-7]\d{4}(?:\.0+)?$/.test(text)) return fromSerial(Number(text));
  const compact = /^(20\d{2})([01]\d)([0-3]\d)$/.exec(text);
  if (compact) return ofNumbers(compact.slice(1), '-');
  if (text.includes(':')) return null;
  const tokens = plain(text).match(/\p{L}+|\d+|[^\s\p{L}\d]/gu) ?? [];
  return wordsIn(tokens).every(isDateWord) ? ofTokens(tokens) : null;
}

function wordsIn(tokens: readonly string[]): string[] {
  return tokens.filter((token) => /^\p{L}/u.test(token));
}

function isDateWord(word: string): boolean {
  return [months, weekdays, fillers, dayWords].some((known) => known.has(word));
}

/** The date of words, numbers and signs, of which every word may stand in one. */
function ofTokens(tokens: readonly string[]): WrittenDate | null {
  const words = wordsIn(tokens);
  const counted = tokens.findIndex(
    (token, index) => dayWords.has(token) && /^\d+$/.test(tokens[index + 1] ?? ''),
  );
  const number = Number(tokens[counted + 1]);
  const rest = counted < 0 ? tokens : tokens.toSpliced(counted, 2);
  const numbers = rest.filter((token) => /^\d{1,4}$/.test(token));
  if (counted >= 0 && numbers.length === 0)
    return number > 0 && number < 100 ? { kind: 'number', number } : null;
  const weekday = weekdays.get(words.find((word) => weekdays.has(word)) ?? '');
  if (numbers.length === 0) return weekday === undefined ? null : { kind: 'weekday', weekday };
  const date = ofParts(rest, words, numbers);
  const saysWeekday = weekday !== undefined && words.some((word) => weekdays.has(word) && !months.has(word));
  return date && saysWeekday && isCalendarDate(date) ? { ...date, weekday } : date;
}

/** The date of a month's name with numbers, or of numbers alone. */
function ofParts(
  rest: readonly string[],
  words: readonly string[],
  numbers: readonly string[],
): WrittenDate | null {
  const month = words.map((word) => months.get(word)).findLast((found) => found !== undefined);
  const separator = rest.find((token) => /^[./-]$/.test(token));
  // In `mar. 03/03/2026` the word is a weekday; `26–27 April 2026` is more than a day.
  const numeric = numbers.length === 3 && words.every((word) => weekdays.has(word) || !months.has(word));
  const named = month !== undefined && !numeric;
  if (named) return isStretch(rest) ? null : withMonth(numbers, month);
  return ofNumbers(numbers, words.includes('月') || words.includes('월') ? '年' : separator);
}

/** `26–27 April`, `26/27 April` and `26 Apr – 2 May` are more than a day. */
function isStretch(tokens: readonly string[]): boolean {
  const named = tokens.filter((token) => months.has(token) && !weekdays.has(token));
  const dashes = tokens.filter((token, index) => {
    const around = [tokens[index - 1] ?? '', tokens[index + 1] ?? ''];
    return /^[-–—/&+]$/.test(token) && around.every((each) => /^\d{1,2}$/.test(each));
  });
  return named.length > 1 || dashes.length > 0;
}

function plain(text: string): string {
  return text
    .normalize('NFKD')
    .replace(/[\u0300-\u036f]/g, '')
    .normalize('NFKC')
    .toLowerCase();
}

function withMonth(numbers: readonly string[], month: number): WrittenDate | null {
  const year =
    numbers.find((number) => number.length === 4) ?? (numbers.length === 2 ? numbers[1] : undefined);
  const day = numbers.find((number) => number !== year || number.length <= 2);
  if (day === undefined || day.length > 2 || numbers.length > 2) return null;
  return { kind: 'date', year: year === undefined ? null : fullYear(year), month, day: Number(day) };
}

function ofNumbers(numbers: readonly string[], separator: string | undefined): WrittenDate | null {
  const [first = '', second = '', third] = numbers;
  if (separator === undefined || second === '' || numbers.length > 3) return null;
  if (separator === '年' && third === undefined) {
    return { kind: 'date', year: null, month: Number(first), day: Number(second) };
  }
  if (first.length === 4 && third !== undefined) {
    return { kind: 'date', year: Number(first), month: Number(second), day: Number(third) };
  }
  if (first.length > 2 || second.length > 2 || (third === undefined && separator === '-')) return null;
  const year = third === undefined ? null : fullYear(third);
  if (separator === '.') return { kind: 'date', year, month: Number(second), day: Number(first) };
  return { kind: 'open', year, first: Number(first), second: Number(second) };
}

function fullYear(written: string): number {
  return written.length <= 2 ? 2000 + Number(written) : Number(written);
}

/** A workbook's day number, counted so that 1 is the first day of 1900 (and 1900 a leap year). */
function fromSerial(serial: number): WrittenDate {
  const date = DateTime.fromMillis((serial - 25_569) * 86_400_000, { zone: 'utc' });
  return { kind: 'date', year: date.year, month: date.month, day: date.day };
}

/** How the open dates of a table were read. */
interface DateOrder {
  dayFirst: boolean;
  /** What had to be assumed of the order of day and month, or null. */
  assumed: string | null;
}

/** Decides by all dates of a table whether the day or the month comes first. */
export function orderOf(dates: readonly WrittenDate[]): DateOrder {
  const open = dates.filter((date) => date.kind === 'open');
  const dayFirst = open.some(({ first }) => first > 12);
  const monthFirst = open.some(({ second }) => second > 12);
  if (open.length === 0 || (dayFirst && !monthFirst)) return { dayFirst: true, assumed: null };
  if (monthFirst && !dayFirst) return { dayFirst: false, assumed: null };
  if (dayFirst) return { dayFirst: true, assumed: 'In some dates the day comes first, in others the month.' };
  const spread = (inOrder: boolean) => {
    const days = open.map(
      ({ year, first, second }) => (year ?? 0) * 372 + (inOrder ? second * 31 + first : first * 31 + second),
    );
    return days.reduce((a, b) => Math.max(a, b)) - days.reduce((a, b) => Math.min(a, b));
  };
  const chosen = spread(true) <= spread(false);
  const words = chosen ? 'the day was taken to come first' : 'the month was taken to come first';
  return { dayFirst: chosen, assumed: `Day and month can be taken for each other in all dates; ${words}.` };
}

/** Whether a date is one of the calendar, unlike `Day 2` or a weekday. */
export function isCalendarDate(date: WrittenDate): date is CalendarDate {
  return date.kind === 'date' || date.kind === 'open';
}

/** A date as `YYYY-MM-DD`, in another year where it names none; null where no calendar has that day. */
export function isoDate(date: CalendarDate, dayFirst: boolean, otherYear: number): string | null {
  const year = date.year ?? otherYear;
  const swapped = date.kind === 'open' && (date.second > 12 || (!dayFirst && date.first <= 12));
  const month = date.kind === 'date' ? date.month : swapped ? date.first : date.second;
  const day = date.kind === 'date' ? date.day : swapped ? date.second : date.first;
  const time = DateTime.fromObject({ year, month, day }, { zone: 'utc' });
  return time.isValid && year > 1970 && year < 2200 ? time.toFormat('yyyy-MM-dd') : null;
}
