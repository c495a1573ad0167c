import { useCallback, useEffect, useMemo, useState } from 'react';
import type { EventView, SessionView } from '../../../shared/views/view.ts';
import type { Difference, ProgrammeFile } from '../../../shared/wire/import.ts';
import type { SpokenRefusal } from '../../../shared/wire/refusals.ts';
import type { Answer } from '../../connection/http.ts';
import { importInto, lookAtImport, readProgramme } from '../../connection/import-requests.ts';
import { asFile, type Draft, draftSchema, equal } from './draft.ts';
import { type Problem, problemsIn, refusedIn } from './problems.ts';
import { lostEdits, rebased } from './rebase.ts';

/** How long typing rests before the server is asked what a change would move, in milliseconds. */
const rest = 400;

/** What the changes that wait would do: not known yet, nothing for what is wrong with them, refused, or the difference. */
export type Outlook =
  | { of: 'looking' }
  | { of: 'wrong'; problems: readonly Problem[] }
  | { of: 'refused'; refusal: SpokenRefusal }
  | { of: 'seen'; difference: Difference };

interface Loaded {
  base: Draft;
  draft: Draft;
  seq: number;
  /** Counts how often the changes were given up: fields that keep their own text begin anew. */
  version: number;
  /** Titles of sessions that were changed here and that somebody else has taken away since. */
  lost: readonly string[];
}

/** The programme with the changes that wait on this page. */
export interface ProgrammeDraft {
  loaded: Loaded | null;
  problem: SpokenRefusal | null;
  outlook: Outlook | null;
  /** Whether the event's own facts or rooms are among the changes. */
  eventChanged: boolean;
  applying: boolean;
  change: (edit: (draft: Draft) => Draft) => void;
  /** `removeOnAir` are the sessions on air that may go. Gives whether it was applied, and the seq of the entry that an undo takes back. */
  apply: (removeOnAir?: readonly string[]) => Promise<{ done: boolean; entry: number | null }>;
  discard: () => void;
  /** Reads the programme anew; changes that wait are put on top of it. */
  reload: () => Promise<void>;
}

/** Reads an event's programme, keeps changes to it, and asks what they would do. `stamp` changes when others change it. */
export function useProgramme(slug: string, stamp: string): ProgrammeDraft {
  const [loaded, setLoaded] = useState<Loaded | null>(null);
  const [problem, setProblem] = useState<SpokenRefusal | null>(null);
  const [looked, setLooked] = useState<{ draft: Draft; outlook: Outlook } | null>(null);
  const [applying, setApplying] = useState(false);

  /** Takes the programme as it is now; what was changed here since `base` (the last one read, or one applied) is put on top. */
  const receive = useCallback((answer: Answer<ProgrammeFile>, base?: Draft) => {
    if (!answer.ok) return setProblem(answer.refusal);
    const now = draftSchema.parse(answer.value.file);
    setProblem(null);
    setLoaded((before) => {
      const { seq } = answer.value;
      if (before === null) return { base: now, draft: now, seq, version: 0, lost: [] };
      const read = base ?? before.base;
      const draft = rebased(before.draft, read, now);
      return {
        ...before,
        base: now,
        draft,
        seq,
        lost: [...before.lost, ...lostEdits(before.draft, read, now)],
      };
    });
  }, []);

  // biome-ignore lint/correctness/useExhaustiveDependencies: the stamp is what says that there is something to read
  useEffect(() => {
    let here = true;
    void readProgramme(slug).then((answer) => here && receive(answer));
    return () => {
      here = false;
    };
  }, [slug, stamp, receive]);

  const look = useCallback(
    (draft: Draft) =>
      void lookAtImport(slug, asFile(draft), {}).then((answer) =>
        setLooked({
          draft,
          outlook: answer.ok
            ? { of: 'seen', difference: answer.value.difference }
            : refusedOutlook(draft, answer.refusal),
        }),
      ),
    [slug],
  );
  const changed = loaded !== null && !equal(loaded.draft, loaded.base);
  useEffect(() => {
    if (!changed || problemsIn(loaded.draft).length > 0) return;
    const { draft } = loaded;
    const timer = setTimeout(() => look(draft), rest);
    return () => clearTimeout(timer);
  }, [look, loaded, changed]);

  useEffect(() => {
    if (!changed) return;
    // The browser asks before it leaves a page with changes that wait.
    const ask = (event: BeforeUnloadEvent) => event.preventDefault();
    addEventListener('beforeunload', ask);
    return () => removeEventListener('beforeunload', ask);
  }, [changed]);

  const change = useCallback(
    (edit: (draft: Draft) => Draft) =>
      setLoaded((before) => {
        const draft = before && edit(before.draft);
        return before && draft && draft !== before.draft ? { ...before, draft, lost: [] } : before;
      }),
    [],
  );
  const apply = useCallback(
    async (removeOnAir?: readonly string[]) => {
      if (loaded === null) return { done: false, entry: null };
      setApplying(true);
      const answer = await importInto(slug, asFile(loaded.draft), { seen: loaded.seq, removeOnAir });
      setApplying(false);
      if (answer.ok) receive(await readProgramme(slug), loaded.draft);
      else if (answer.refusal.onAir) look(loaded.draft);
      else setLooked({ draft: loaded.draft, outlook: refusedOutlook(loaded.draft, answer.refusal) });
      return { done: answer.ok, entry: (answer.ok && answer.value.entry) || null };
    },
    [slug, loaded, receive, look],
  );
  const discard = useCallback(
    () =>
      setLoaded(
        (before) => before && { ...before, draft: before.base, version: before.version + 1, lost: [] },
      ),
    [],
  );
  const reload = useCallback(async () => receive(await readProgramme(slug)), [slug, receive]);
  return useMemo(() => {
    const known = looked?.draft === loaded?.draft ? (looked?.outlook ?? null) : null;
    const problems = changed && loaded ? problemsIn(loaded.draft) : [];
    const outlook: Outlook | null =
      problems.length > 0 ? { of: 'wrong', problems } : changed ? (known ?? { of: 'looking' }) : null;
    const eventChanged = loaded !== null && !equal(ofEvent(loaded.draft), ofEvent(loaded.base));
    return { loaded, problem, outlook, eventChanged, applying, change, apply, discard, reload };
  }, [loaded, problem, looked, changed, applying, change, apply, discard, reload]);
}

/** What the server's refusal comes to: what is wrong with which field, where it names any. */
function refusedOutlook(draft: Draft, refusal: SpokenRefusal): Outlook {
  const problems = refusal.reason === 'import' ? refusedIn(draft, refusal) : [];
  return problems.length > 0 ? { of: 'wrong', problems } : { of: 'refused', refusal };
}

/** What a draft says of the event itself. */
function ofEvent({ sessions: _, ...event }: Draft): Omit<Draft, 'sessions'> {
  return event;
}

/** What tells that the plan was changed by somebody: it is read anew then. */
export function stampOf(event: EventView, sessions: readonly SessionView[]): string {
  return JSON.stringify([
    event.title,
    event.timezone,
    event.venue,
    event.rooms,
    sessions.map(({ id, title, plannedStart, plannedEnd, room, kind, fixed, speakers }) => [
      id,
      title,
      plannedStart,
      plannedEnd,
      room,
      kind,
      fixed,
      speakers,
    ]),
  ]);
}
