import { z } from 'zod';
import type { SessionKind } from '../../../../shared/rundown/session-kind.ts';
import type { FoundLink, FoundSession, FoundSpeaker } from '../../normalize/schedule.ts';
import { quoted } from '../schedule-builder.ts';
import { flag, list, words } from '../source/json-fields.ts';
import { endIn, momentIn } from '../written/ends.ts';
import { webAddress } from '../written/web-address.ts';

/** One session as Sessionize writes it; each view leaves out something else. */
export const rowSchema = z.looseObject({
  id: words,
  title: words,
  description: words,
  startsAt: words,
  endsAt: words,
  duration: words,
  isServiceSession: flag,
  isPlenumSession: flag,
  speakers: list,
  categoryItems: list,
  categories: list,
  questionAnswers: list,
  roomId: words,
  room: words,
  liveUrl: words,
  recordingUrl: words,
  status: words,
});
export type Row = z.infer<typeof rowSchema>;

/** What a view keeps apart from its sessions, by id. */
export interface Known {
  speakers: ReadonlyMap<string, FoundSpeaker>;
  rooms: ReadonlyMap<string, string>;
  categories: ReadonlyMap<string, string>;
  questions: ReadonlyMap<string, string>;
}

const speakerSchema = z.looseObject({ id: words, name: words });
const categorySchema = z.looseObject({ name: words, categoryItems: list });
const answerSchema = z.looseObject({ questionId: words, question: words, answerValue: words, answer: words });

/** A session as it was found, or why it is left out. */
export function sessionOf(
  row: Row,
  known: Known,
  place: { where: string; room: string | null; day: string | undefined },
): FoundSession | string {
  if (row.title === null) return 'it has no title';
  if (row.status !== null && row.status.toLowerCase() !== 'accepted') {
    return `${quoted(row.title)} is not accepted (${row.status})`;
  }
  if (row.startsAt === null) return `${quoted(row.title)} has no time yet`;
  const start = momentIn(row.startsAt);
  if (start === null) return `${quoted(row.title)} has no start that can be read`;
  return {
    where: place.where,
    key: row.id,
    title: row.title,
    start,
    end: endIn(row.endsAt, row.duration, start),
    ...(place.day !== undefined && { day: place.day }),
    room: row.room ?? known.rooms.get(row.roomId ?? '') ?? place.room,
    ...(row.isPlenumSession && { everybody: true }),
    ...(row.isServiceSession && { kind: serviceKind(row.title) }),
    hints: hintsOf(row, known),
    speakers: row.speakers.flatMap((speaker) => speakerOf(speaker, known) ?? []),
    abstract: row.description,
    links: linksOf(row, known),
  };
}

/** Service sessions are breaks, unless their title names something else. */
function serviceKind(title: string): SessionKind | undefined {
  const pause = /break|lunch|coffee|pause|registration|check-?in|breakfast|mittag|d[ée]jeuner|goûter|休憩/i;
  const other =
    /opening|welcome|er[öo]ffnung|begr[üu]ßung|accueil|keynote|panel|discussion|poster|spotlight|lightning|closing|farewell|abschluss|schluss|cl[ôo]ture|social|party|reception|networking|dinner|drinks|meetup/i;
  return !pause.test(title) && other.test(title) ? undefined : 'break';
}

function hintsOf(row: Row, known: Known): string[] {
  const byId = row.categoryItems.flatMap((id) => known.categories.get(words.parse(id) ?? '') ?? []);
  const inline = row.categories.flatMap((category) =>
    (categorySchema.safeParse(category).data?.categoryItems ?? []).flatMap(
      (item) => categorySchema.safeParse(item).data?.name ?? [],
    ),
  );
  return [...new Set([...byId, ...inline])];
}

/** A speaker by id ("All") or with the name inside. */
function speakerOf(value: unknown, known: Known): FoundSpeaker | null {
  const inline = speakerSchema.safeParse(value).data;
  const byId = known.speakers.get(inline?.id ?? words.parse(value) ?? '');
  return byId ?? (inline?.name ? { name: inline.name } : null);
}

/** Streams, recordings, and answers that are web addresses, under the question they answer. */
function linksOf(row: Row, known: Known): FoundLink[] {
  const answers = row.questionAnswers.flatMap((value) => {
    const answer = answerSchema.safeParse(value).data;
    const label = known.questions.get(answer?.questionId ?? '') ?? answer?.question ?? 'Link';
    return answer ? [{ label, url: webAddress(answer.answerValue ?? answer.answer) }] : [];
  });
  const own = [
    { label: 'Live stream', url: webAddress(row.liveUrl) },
    { label: 'Recording', url: webAddress(row.recordingUrl) },
  ];
  return [...own, ...answers].flatMap(({ label, url }) => (url === null ? [] : [{ label, url }]));
}
