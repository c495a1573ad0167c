const hourWords =
  'h|hr|hrs|hour|hours|hour\\(s\\)|heure|heures|std|stunde|stunden|ora|ore|hora|horas|uur|uren|godz|timme|timmar|time|timer|t|tunti|tuntia|óra|saat|ώρα|ώρες|ч|час|часа|часов|год|година|години|שעה|שעות|ساعة|ساعات|giờ|tiếng|ชั่วโมง|घंटा|घंटे|時間|小时|小時|个小时|個小時|時|시간';
const minuteWords =
  "m|mn|min|mins|min\\(s\\)|minute|minutes|minute\\(s\\)|minuten|minuti|minuto|minutos|minuut|minut|minuta|minuty|minuter|minutter|minuuttia|perc|dk|dakika|λεπτά|λεπτό|мин|минут|минута|минуты|хв|хвилин|דקה|דקות|دقيقة|دقائق|دقیقه|phút|นาที|मिनट|分|分間|分钟|分鐘|분|'|′|’";
const secondWords = 's|sec|secs|second|seconds|sek|sekunden|secondes|segundos|secondi|сек|секунд|秒|초';
const dayWords =
  'd|day|days|tag|tage|jour|jours|día|días|dia|dias|giorno|giorni|dag|dagen|день|дня|дней|日|天|일';

const number = '\\d{1,5}(?:[.,]\\d{1,4})?';
const and = '(?:,| and| und| et| e| y| и)? ?';
const words = new RegExp(
  `^(?:(\\d{1,2}) ?(?:${dayWords})\\.?)?(?:${and}(\\d{0,3}(?:[.,]\\d{1,4})?) ?(?:${hourWords})\\.?)?(?:${and}(${number}) ?(?:${minuteWords})\\.?)?(?:${and}(\\d{1,6}) ?(?:${secondWords})\\.?)?(?:${and}(?<!\\d)(\\d{1,2}))?$`,
);

/** What people write for a half or for one, in numbers. */
const spelled: readonly (readonly [RegExp, string])[] = [
  [/(?<=\d)\s?(?:時間半|小时半|小時半|시간\s?반)$/, ' h 30'],
  [/^(\d{1,2})\s?[个個]半(?:小时|小時)$/, '$1.5 h'],
  [
    /^(?:half an hour|half hour|(?:eine )?halbe stunde|(?:une )?demi-heure|media hora|meia hora|mezz['’]ora|полчаса|半小时|半小時|半個小時|半个小时|半時間|30분)$/,
    '30 min',
  ],
  [/^(?:anderthalb stunden|полтора часа)$/, '90 min'],
  [/^(?:an|one|a|eine|une|una|uma|één|ein) (?=hour|stunde|heure|hora|uur)/, '1 '],
  [/^un['’]ora/, '1 h'],
  [
    /(?<= h(?:our|rs?)?| ora| hora| heure| stunde) (?:and a half|e mezza|y media|e meia|et demie|und eine halbe)$/,
    ' 30',
  ],
  [/^(\d{1,2}) 1\/2(?= ?\D)/, '$1.5'],
  [/^1\/2(?= ?\D)/, '0.5'],
];

/** A length in days, hours, minutes and seconds with the words for them, as several languages write it; in small letters. */
export function lengthInWords(text: string): { minutes: number } | null {
  const plain = spelled.reduce((left, [pattern, by]) => left.replace(pattern, by), text);
  const [, days, hours, minutes, seconds, behind] = words.exec(plain) ?? [];
  // `1h30` names no minutes; a number behind anything else could be of anything.
  if (behind !== undefined && (hours === undefined || minutes !== undefined || seconds !== undefined))
    return null;
  if ([days, hours, minutes, seconds].every((part) => part === undefined)) return null;
  const [inDays, inHours, inMinutes, inSeconds] = [days, hours, minutes ?? behind, seconds].map(numberOf);
  return { minutes: (inDays ?? 0) * 1_440 + (inHours ?? 0) * 60 + (inMinutes ?? 0) + (inSeconds ?? 0) / 60 };
}

function numberOf(written: string | undefined): number {
  return Number((written ?? '').replace(',', '.'));
}
