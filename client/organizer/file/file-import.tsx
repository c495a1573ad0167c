import {
  type DragEvent,
  type FormEvent,
  type RefObject,
  useEffect,
  useEffectEvent,
  useId,
  useLayoutEffect,
  useRef,
  useState,
} from 'react';
import type { Imported, Renamed } from '../../../shared/wire/import.ts';
import type { SpokenRefusal } from '../../../shared/wire/refusals.ts';
import type { Answer } from '../../connection/http.ts';
import type { BesideFile } from '../../connection/import-requests.ts';
import { Button } from '../../look/button.tsx';
import { catalogue } from '../../look/messages.ts';
import { deviceZone } from '../../look/my-zone.ts';
import { ZoneField } from '../frame/zone-field.tsx';
import { importMessages } from '../messages/import-messages.en.ts';
import { countedChanges, type NamedRoom } from './difference-lines.ts';
import css from './import.module.css';
import { Changes, Errors, Report } from './import-report.tsx';
import { agreedIds, OffAir } from './off-air.tsx';
import { RenamedSessions, withAnswer } from './renamed-sessions.tsx';

const say = catalogue(importMessages);

interface Chosen {
  name: string;
  file: Blob;
}

const nothingSaid: BesideFile = {};
const noRooms: readonly NamedRoom[] = [];

type State =
  | { of: 'nothing' }
  | { of: 'reading'; chosen: Chosen }
  | { of: 'refused'; chosen: Chosen; refusal: SpokenRefusal }
  | {
      of: 'seen';
      chosen: Chosen;
      imported: Imported;
      /** Something was answered since, and what would change is worked out anew. */
      anew?: boolean;
    };

/**
 * A file is chosen, dropped or pasted, looked at, and only then imported. What the file does not say (its zone, its
 * first day) is asked for. `look` changes nothing; `submit` imports what was seen, and says what it refuses.
 */
export function FileImport({
  zone,
  rooms = noRooms,
  making = false,
  said = nothingSaid,
  ready = true,
  look,
  submit,
}: {
  zone: string;
  /** The rooms of the event that is changed. */
  rooms?: readonly NamedRoom[];
  /** Whether an event is made, which needs a name for its addresses. */
  making?: boolean;
  /** What is said beside every file; a file that was chosen is read anew with what is said now. */
  said?: BesideFile;
  /** Whether what is said beside it is complete; until it is no file is read anew. */
  ready?: boolean;
  look: (file: Blob, beside: BesideFile) => Promise<Answer<Imported>>;
  submit: (file: Blob, beside: BesideFile, seen: number) => Promise<SpokenRefusal | null>;
}) {
  const [state, setState] = useState<State>({ of: 'nothing' });
  const [beside, setBeside] = useState<BesideFile>({});
  const [done, setDone] = useState(false);
  const [agreed, setAgreed] = useState(false);

  const looks = useRef(0);
  const result = useResultInSight(state.of);

  const lookAt = async (chosen: Chosen, said: BesideFile, meanwhile: State = { of: 'reading', chosen }) => {
    looks.current += 1;
    const turn = looks.current;
    setBeside(said);
    setDone(false);
    setAgreed(false);
    setState(meanwhile);
    const answer = await look(chosen.file, said);
    // Whoever chose or answered something else since is told of that.
    if (turn !== looks.current) return;
    setState(
      answer.ok
        ? { of: 'seen', chosen, imported: answer.value }
        : { of: 'refused', chosen, refusal: answer.refusal },
    );
  };
  // What is said beside the file has changed since it was read: it is kept, and read anew.
  const behind = state.of !== 'nothing' && !saysAll(beside, said);
  const readAnew = useEffectEvent(() => {
    if (state.of === 'nothing') return;
    void lookAt(state.chosen, { ...beside, ...said }, state.of === 'seen' ? { ...state, anew: true } : state);
  });
  const words = JSON.stringify(said);
  // biome-ignore lint/correctness/useExhaustiveDependencies: each word more starts the rest anew
  useEffect(() => {
    if (!behind || !ready) return;
    const timer = setTimeout(() => readAnew(), rest);
    return () => clearTimeout(timer);
  }, [behind, ready, words]);
  const apply = async ({ chosen, imported }: Extract<State, { of: 'seen' }>) => {
    setState({ of: 'reading', chosen });
    const removeOnAir = agreedIds(imported.difference.offAir, agreed);
    const refusal = await submit(chosen.file, { ...beside, removeOnAir }, imported.seq);
    // Something went on air meanwhile: it is looked at again, with what is asked now.
    if (refusal?.onAir) return lookAt(chosen, beside);
    setDone(refusal === null);
    setState(refusal ? { of: 'refused', chosen, refusal } : { of: 'nothing' });
  };
  const answer = (seen: Extract<State, { of: 'seen' }>, of: Renamed, same: boolean) => {
    const renamed = seen.imported.renamed?.map((each) => (each.id === of.id ? { ...each, same } : each));
    void lookAt(
      seen.chosen,
      { ...beside, same: withAnswer(beside.same, of, same) },
      { ...seen, imported: { ...seen.imported, renamed }, anew: true },
    );
  };
  return (
    <div className={css.import}>
      <Choosing onChoose={(chosen) => void lookAt(chosen, said)} />
      <div ref={result} className={css.result} />
      {done && <p role="status">{say('file.applied')}</p>}
      {state.of !== 'nothing' && <p className={css.name}>{say('file.name', { name: state.chosen.name })}</p>}
      {state.of === 'reading' && <p role="status">{say('file.reading')}</p>}
      {state.of === 'refused' && (
        <>
          <Errors refusal={state.refusal} />
          <Asked
            refusal={state.refusal}
            making={making}
            said={said}
            onSay={(said) => void lookAt(state.chosen, { ...beside, ...said })}
          />
        </>
      )}
      {state.of === 'seen' && (
        <>
          <OffAir sessions={state.imported.difference.offAir} agreed={agreed} onAgree={setAgreed} />
          <Report {...state.imported} zone={zone} difference={making ? undefined : state.imported.difference}>
            <RenamedSessions
              renamed={state.imported.renamed ?? []}
              zone={zone}
              onAnswer={(session, same) => answer(state, session, same)}
            />
            {!making && (
              <>
                <h3>{say('diff.heading')}</h3>
                <Changes difference={state.imported.difference} zone={zone} rooms={rooms} />
              </>
            )}
          </Report>
          <div className={css.foot}>
            <Button
              kind="primary"
              disabled={
                behind || state.anew === true || (state.imported.difference.offAir.length > 0 && !agreed)
              }
              onClick={() => void apply(state)}
            >
              {doing(state.imported, making)}
            </Button>
            <Button
              onClick={() => {
                looks.current += 1;
                setState({ of: 'nothing' });
              }}
            >
              {say('file.cancel')}
            </Button>
          </div>
        </>
      )}
    </div>
  );
}

/** How long typing rests before a file is read anew, in milliseconds. */
const rest = 400;

/** Whoever chose a file sees what came of it: its result is scrolled to where it would stand below the middle of the window. */
function useResultInSight(of: State['of']): RefObject<HTMLDivElement | null> {
  const head = useRef<HTMLDivElement>(null);
  const before = useRef(of);
  useLayoutEffect(() => {
    const came = before.current === 'reading' && (of === 'seen' || of === 'refused');
    before.current = of;
    const place = head.current?.getBoundingClientRect();
    if (came && place && place.top > innerHeight * 0.4) head.current?.scrollIntoView({ block: 'start' });
  }, [of]);
  return head;
}

/** Whether all that is said now was said when the file was read. */
function saysAll(before: BesideFile, now: BesideFile): boolean {
  const was = JSON.stringify({ ...before, ...now });
  return was === JSON.stringify({ ...before });
}

/** What the button of a file does: how much it brings or changes, and how much of the file it leaves out. */
function doing({ report: { sessions, skipped }, difference }: Imported, making: boolean): string {
  const rows = skipped.length;
  const changes = making ? '' : countedChanges(difference);
  if (changes !== '')
    return rows === 0 ? say('file.change', { changes }) : say('file.changeLeaving', { changes, rows });
  return rows === 0 ? say('file.apply', { sessions }) : say('file.applyLeaving', { sessions, rows });
}

/** Three ways to a file: a dialog, a drop, a paste. */
function Choosing({ onChoose }: { onChoose: (chosen: Chosen) => void }) {
  const [text, setText] = useState('');
  const [over, setOver] = useState(false);
  const fileId = useId();
  const textId = useId();
  const drop = (event: DragEvent) => {
    event.preventDefault();
    setOver(false);
    const file = event.dataTransfer.files[0];
    if (file) onChoose({ name: file.name, file });
  };
  const paste = (event: FormEvent) => {
    event.preventDefault();
    if (text.trim() !== '') onChoose({ name: say('file.pasted'), file: new Blob([text]) });
  };
  return (
    <>
      {/* biome-ignore lint/a11y/noStaticElementInteractions: dropping is a short cut; the field in it does the same by key */}
      <div
        className={css.drop}
        data-over={over}
        onDragOver={(event) => {
          event.preventDefault();
          setOver(true);
        }}
        onDragLeave={() => setOver(false)}
        onDrop={drop}
      >
        <label htmlFor={fileId}>{say('file.choose')}</label>
        <input
          id={fileId}
          type="file"
          onChange={({ currentTarget }) => {
            const file = currentTarget.files?.[0];
            if (file) onChoose({ name: file.name, file });
          }}
          // Emptied as it is asked again, not as it answers: it goes on saying what was chosen, and takes the same file anew.
          onClick={({ currentTarget }) => {
            currentTarget.value = '';
          }}
        />
        <span className={css.note}>{say('file.drop')}</span>
      </div>
      <details className={css.details}>
        <summary>{say('file.paste')}</summary>
        <form className={css.paste} onSubmit={paste}>
          <label htmlFor={textId}>{say('file.pasted')}</label>
          <textarea
            dir="auto"
            id={textId}
            rows={6}
            spellCheck={false}
            value={text}
            onChange={(event) => setText(event.currentTarget.value)}
          />
          <Button type="submit">{say('file.look')}</Button>
        </form>
      </details>
    </>
  );
}

/** What the file did not say, to be said here. */
function Asked({
  refusal,
  making,
  said,
  onSay,
}: {
  refusal: SpokenRefusal;
  making: boolean;
  /** What is said beside the file already. */
  said: BesideFile;
  onSay: (said: BesideFile) => void;
}) {
  const asked = new Set(refusal.issues?.map(({ path }) => path).filter((path) => !(path in said)));
  const [timezone, setTimezone] = useState<string | null>(deviceZone);
  const [date, setDate] = useState('');
  const [slug, setSlug] = useState('');
  if (!asked.has('timezone') && !asked.has('date') && !(making && asked.has('slug'))) return null;
  return (
    <form
      className={css.asked}
      onSubmit={(event) => {
        event.preventDefault();
        onSay({
          ...(asked.has('timezone') && timezone !== null && { timezone }),
          ...(asked.has('date') && { date }),
          ...(asked.has('slug') && { slug }),
        });
      }}
    >
      {asked.has('timezone') && <ZoneField label={say('ask.zone')} zone={timezone} onChange={setTimezone} />}
      {asked.has('date') && (
        <label>
          {say('ask.date')}
          <input type="date" value={date} required onChange={(event) => setDate(event.currentTarget.value)} />
        </label>
      )}
      {making && asked.has('slug') && (
        <label>
          {say('ask.slug')}
          <input
            dir="auto"
            value={slug}
            pattern="[a-z0-9\-]+"
            required
            onChange={(event) => setSlug(event.currentTarget.value)}
          />
        </label>
      )}
      <Button type="submit" kind="primary" disabled={asked.has('timezone') && timezone === null}>
        {say('ask.go')}
      </Button>
    </form>
  );
}
