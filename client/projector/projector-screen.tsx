import { useLayoutEffect, useMemo } from 'react';
import type { View } from '../../shared/views/view.ts';
import { useConnectionState, useView } from '../connection/hooks.tsx';
import { useAwake } from '../look/awake.ts';
import { catalogue } from '../look/messages.ts';
import { usePageTitle } from '../look/page-title.ts';
import { displayCode } from '../stage/display-code.ts';
import { lookOf } from '../stage/look.ts';
import type { StageSource } from '../stage/scene.ts';
import type { SignWords } from '../stage/sign.tsx';
import { useFullscreen } from './fullscreen.ts';
import { projectorMessages } from './messages.en.ts';
import css from './projector-screen.module.css';
import { useRemembered } from './use-remembered.ts';
import { Waiting } from './waiting.tsx';
import { Wall } from './wall.tsx';

const say = catalogue(projectorMessages);

/**
 * A display: the room that its link or a desk gave it, else what a desk needs to find it. Whatever happens to the
 * server it keeps its last picture, and never says a word about it.
 */
export function ProjectorScreen({ room }: { room: string | undefined }) {
  const view = useRemembered(useView(whole));
  useAwake();
  useFullscreen();
  const look = useMemo(() => lookOf(location.search, view?.display), [view?.display]);
  const source = useMemo(() => (view ? sourceOf(view) : null), [view]);
  const display = useMemo(() => (view ? signOf(view) : undefined), [view]);
  usePageTitle(say('display.page'), source?.room?.name, source?.event.title);
  useLayoutEffect(() => {
    document.documentElement.dataset['stage'] =
      look.background === 'transparent' ? 'transparent' : look.theme;
  }, [look]);
  return (
    <main className={css.wall} data-theme={look.theme} data-background={look.background}>
      <h1 className="unseen">{source?.room?.name ?? room ?? ''}</h1>
      {source === null ? (
        <Unlinked />
      ) : source.room === null && display ? (
        <Waiting event={source.event} display={display} look={look} />
      ) : (
        <Wall source={source} look={look} display={display} />
      )}
    </main>
  );
}

/** Before this screen ever saw its event, and only then: a calm page without an error. */
function Unlinked() {
  const refused = useConnectionState() === 'refused';
  if (!refused) return null;
  return (
    <div className={css.unlinked}>
      <p>{say('display.noLink')}</p>
      <p className={css.how}>{say('display.noLinkHow')}</p>
    </div>
  );
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

function signOf({ display }: View): SignWords | undefined {
  return display ? { name: display.name, code: displayCode(display.id) } : undefined;
}

function whole(view: View): View {
  return view;
}
