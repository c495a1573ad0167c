import { isZone } from '../../file/local-time.ts';
import type { Sheet, SheetRow } from './cells.ts';

/** What a column of a table may hold. `session` is a title only where no column is called so. */
export type Field =
  | 'date'
  | 'start'
  | 'end'
  | 'endDate'
  | 'duration'
  | 'room'
  | 'track'
  | 'title'
  | 'session'
  | 'speaker'
  | 'authors'
  | 'affiliation'
  | 'abstract'
  | 'kind'
  | 'link'
  | 'status'
  | 'timezone'
  | 'id';

const synonyms: readonly (readonly [Field, string])[] = [
  [
    'date',
    'date day datum tag jour dia fecha data giorno startdate дата dzien sessiondate eventdate 日付 日 日にち 日期 날짜 일자 ημερομηνια tarih التاريخ תאריך paiva dato',
  ],
  [
    'start',
    'start starts startsat starttime startzeit time timeslot slot when hour zeit uhrzeit wann heure horaire begin begins beginn from von de debut heurededebut inicio inizio ora orario hora horario tijd aanvang godzina czas poczatek время начало 开始 开始时间 时间 時間帯 開始 開始時刻 開始時間 時刻 時間 anfang startdatetime 시작 시작시간 시간 ωρα εναρξη saat baslangıc الوقت שעה kezdes tid alkaa час',
  ],
  [
    'end',
    'end ends endsat endtime endzeit ende bis to until fin heuredefin fine fim termino einde koniec конец 结束 结束时间 終了 終了時刻 終了時間 finish 종료 종료시간 ληξη bitis النهاية סיום',
  ],
  ['endDate', 'enddate enddatum datumende bisdatum datefin datedefin fechafin fechadefin datafine datafim'],
  [
    'duration',
    'duration length dauer lange duree duracion duracao durata duur минуты 时长 minutes mins min minuten 所要時間 소요시간 διαρκεια sure المدة משך',
  ],
  [
    'room',
    'room ort raum saal salle stage place location venue hall where wo lieu aula lugar buhne zaal local sala 会場 部屋 場所 地点 会议室 зал место 会场 аудитория зала horsaal locatie 장소 회의실 αιθουσα salon القاعة אולם rum sted huone',
  ],
  ['track', 'track tracks stream-track spur'],
  [
    'title',
    'title titel titre titolo titulo name sessiontitle talktitle eventname vortragstitel tytuł название заголовок 题目 标题 タイトル 題名 演題 제목 τιτλος baslık العنوان כותרת otsikko cim назва тема',
  ],
  [
    'session',
    'session sessions talk vortrag event activity item programme program programmpunkt programa agenda what was topic thema subject presentation inhalt content セッション',
  ],
  [
    'speaker',
    'speaker speakers presenter presenters vortragende vortragender referent referentin referenten orateur orateurs intervenant intervenants ponente ponentes relatore relatori sprecher host who wer spreker sprekers palestrante palestrantes prelegent prelegentka prelegenci докладчик спикер 演讲者 报告人 嘉宾 講演者 発表者 登壇者 발표자 연사 ομιλητης konusmacı المتحدث דובר',
  ],
  ['authors', 'author authors autor autoren auteur auteurs autori autores 著者'],
  [
    'affiliation',
    'affiliation affiliations institution organisation organization company firma organisme 所属',
  ],
  [
    'abstract',
    'abstract beschreibung description zusammenfassung resume resumen details summary descripcion descrizione samenvatting resumo opis описание 摘要 概要',
  ],
  ['kind', 'type kind art typ format category categories kategorie sessiontype categorie 種別 種類'],
  [
    'link',
    'link links url stream livestream video videos website webseite zoom slides folien recording paper pdf lien liens enlace pdfurl posterpdf paperurl videourl presentationid',
  ],
  ['status', 'status state'],
  ['timezone', 'timezone tz zeitzone'],
  ['id', 'id uid code key guid uuid'],
];

const fieldOf: ReadonlyMap<string, Field> = new Map(
  synonyms.flatMap(([field, words]) => words.split(' ').map((word): [string, Field] => [word, field])),
);

/** The row with the names of the columns, and where each field stands. */
export interface Header {
  /** Its position among the rows. */
  at: number;
  names: readonly string[];
  columns: ReadonlyMap<Field, readonly number[]>;
  /** The zone that a column's name gives: `Start (Europe/Rome)`. */
  timezone: string | null;
  /** The letters of a zone in the name of the times' column (`Start (EST)`), which are not followed. */
  letters?: string | null;
  /** Names of columns that are not read. */
  unread: readonly string[];
}

/** Finds the header among the first rows of a sheet: the one with the most names of columns, a title among them. */
export function headerOf({ rows }: Sheet): Header | null {
  let best: Header | null = null;
  for (const [at, row] of rows.slice(0, 30).entries()) {
    const header = headerAt(row, at);
    const named = header.columns.has('title') || namesSessions(header);
    if (named && header.columns.size > Math.max(1, best?.columns.size ?? 0)) best = header;
  }
  return best;
}

/** `Session` names a column of titles; `Session 1`, `Session 2` and `Session A` beside each other are those of a timetable. */
function namesSessions({ columns, names }: Header): boolean {
  const sessions = (columns.get('session') ?? []).map((column) => names[column] ?? '');
  const plain = new Set(sessions.map((name) => name.replace(/\d+/g, '').trim()));
  return sessions.length === 1 || plain.size > 1;
}

/** What calendars write beside a date and a time: whether it lasts all day, and when to remind of it. */
const besides = /^(?:all[ -]?day|reminder|ganzt[äa]gig|erinnerung)\b/i;

/** A cell's field by its name in any case, without brackets, numbers and what stands before its last word. */
export function fieldNamed(name: string): Field | null {
  if (name === '' || name.length > 60 || besides.test(name)) return null;
  const words = name
    .replace(/[([][^()[\]]*[)\]]?/g, ' ')
    .normalize('NFKD')
    .replace(/[\u0300-\u036f]/g, '')
    .normalize('NFKC')
    .toLowerCase()
    .split(/[^\p{L}\p{M}]+/u)
    .filter((word) => word !== '');
  const whole = fieldOf.get(words.join(''));
  if (whole) return whole;
  if (words.length > 4 || words.length < 2) return null;
  const first = fieldOf.get(words[0] ?? '') ?? null;
  if (/[/|]/.test(name) && first) return first;
  if (first === 'duration') return first;
  const last = words.at(-1) ?? '';
  if (last === 'name' || last === 'names') return first;
  const ofSomething = first === 'speaker' || first === 'authors' || first === 'room';
  return ofSomething && fieldOf.get(last) !== 'affiliation' ? null : (fieldOf.get(last) ?? null);
}

/** Letters that mean a zone, of which nobody can tell which: `EST`, `CEST`, `ET`, `GMT+2`. */
const zoneLike = /^(?:[A-Z]{1,3}[SD]T|[CEW]ES?T|[ECMP]T|GMT|MSK|MES?Z|(?:UTC|GMT) ?[+-]\d{1,2}(?::?\d{2})?)$/;

/** What the cells of a row say of the columns below them. */
export function headerAt({ cells }: SheetRow, at: number): Header {
  const columns = new Map<Field, number[]>();
  const unread: string[] = [];
  let timezone: string | null = null;
  let letters: string | null = null;
  for (const [index, name] of cells.entries()) {
    const field = fieldNamed(name);
    if (field === null) {
      if (name !== '') unread.push(name);
      continue;
    }
    columns.set(field, [...(columns.get(field) ?? []), index]);
    const inside = /[([]([\w/:+ -]{2,40})[)\]]/.exec(name.slice(0, 100))?.[1];
    if (inside === undefined) continue;
    if (isZone(inside)) timezone ??= inside;
    else if (field === 'start' && zoneLike.test(inside)) letters ??= inside;
  }
  return { at, names: cells, columns, timezone, letters, unread };
}
