import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import type { View } from '../../shared/views/view.ts';
import { useConnection, useConnectionState, useDrawn, useServerNow, useView } from '../connection/hooks.tsx';
import { useAwake } from '../look/awake.ts';
import { catalogue } from '../look/messages.ts';
import type { Fit } from '../stage/fit.ts';
import { stageMessages } from '../stage/messages.en.ts';
import { pictureOf, type StageSource } from '../stage/scene.ts';
import { Stage, type StageTheme } from '../stage/stage.tsx';
import { driftAt, useFullscreen } from './awake.ts';
import css from './projector-screen.module.css';
import { displayId, rememberedView, rememberView } from './stage-memory.ts';

const say = catalogue(stageMessages);

/** How often a display says what it shows though nothing changed, in milliseconds. */
const drawnEvery = 10_000;

/** How long a reload waits for the server before it shows the last picture it remembers, in milliseconds. */
const patience = 1_500;

/** A room's stage, full screen. Whatever happens to the server it keeps its last picture, and never says a word about it. */
export function ProjectorScreen({ room }: { room: string | undefined }) {
  const live = useView(whole);
  const view = useRemembered(live);
  useAwake();
  useFullscreen();
  const source = useMemo(() => (view ? sourceOf(view) : null), [view]);
  return (
    <main className={css.wall} data-theme={themeOf(location.search)}>
      <h1 className="unseen">{source?.room?.name ?? room ?? ''}</h1>
      {source ? <Wall source={source} /> : <Unlinked />}
    </main>
  );
}

function Wall({ source }: { source: StageSource }) {
  const at = useServerNow(250);
  const state = useConnectionState();
  const picture = pictureOf(source, at);
  const still = picture.black || picture.scene.kind === 'test';
  const onFit = useReportDrawn(picture.black ? 'black' : picture.scene.kind, questionOn(picture));
  return (
    <>
      <div className={css.drift} style={{ transform: still ? 'none' : driftAt(at) }}>
        <Stage
          picture={picture}
          event={source.event}
          room={source.room}
          at={at}
          theme={themeOf(location.search)}
          onFit={onFit}
        />
      </div>
      {state !== 'live' && <div className={css.mark} />}
    </>
  );
}

/** Before this screen ever saw its event, and only then: a calm page without an error. */
function Unlinked() {
  const refused = useConnectionState() === 'refused';
  if (!refused) return null;
  return (
    <div className={css.unlinked}>
      <p>{say('stage.noLink')}</p>
      <p className={css.how}>{say('stage.noLinkHow')}</p>
    </div>
  );
}

/** The live view; before it comes, after a short wait, the last one this browser saw. */
function useRemembered(live: View | undefined): View | null {
  const [waited, setWaited] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => setWaited(true), patience);
    return () => clearTimeout(timer);
  }, []);
  useEffect(() => {
    if (live) rememberView(live);
  }, [live]);
  const remembered = useMemo(() => (waited && !live ? rememberedView() : null), [waited, live]);
  return live ?? remembered;
}

/** Tells the desk what really stands here: after every swap, and every few seconds for as long as it does. */
function useReportDrawn(kind: string, question: string | null): (fit: Fit) => void {
  const drawn = useDrawn();
  const { seq, state } = useConnection();
  const latest = useRef({ seq, fits: true });
  const onFit = useCallback((fit: Fit) => {
    latest.current.fits = fit.pages.length === 1;
  }, []);
  useEffect(() => {
    latest.current.seq = seq;
  }, [seq]);
  useEffect(() => {
    if (state !== 'live') return;
    const report = () => {
      const fits = question === null || latest.current.fits;
      const size = { width: innerWidth, height: innerHeight };
      drawn({ display: displayId(), seq: latest.current.seq, kind, question, fits, ...size });
    };
    // Two frames later it has been painted.
    const frame = requestAnimationFrame(() => requestAnimationFrame(report));
    const timer = setInterval(report, drawnEvery);
    return () => {
      cancelAnimationFrame(frame);
      clearInterval(timer);
    };
  }, [kind, question, state, drawn]);
  return onFit;
}

function questionOn({ scene, black }: ReturnType<typeof pictureOf>): string | null {
  return !black && scene.kind === 'question' ? scene.question.id : null;
}

function sourceOf({ event, room, stage, question, sessions }: View): StageSource | null {
  return event
    ? {
        event,
        room: room ?? null,
        stage: stage ?? null,
        question: question ?? null,
        sessions: sessions ?? {},
      }
    : null;
}

function whole(view: View): View {
  return view;
}

function themeOf(search: string): StageTheme {
  return new URLSearchParams(search).get('theme') === 'light' ? 'light' : 'dark';
}
