import { useEffect, useRef, useState } from 'react';
import { useConnectionState, useSend, useView } from '../../connection/hooks.tsx';
import { useOffline } from '../../connection/use-offline.ts';
import { useAnnounce } from '../../look/announcer.tsx';
import { useText } from '../../look/messages.ts';
import { lateSentence } from '../../refusals/late.ts';
import { attendeeMessages } from '../messages/attendee.en.ts';
import { type NoticeAction, NoticeLine } from './notice-line.tsx';
import { isPaused } from './paused.ts';
import type { Sent } from './sent.ts';
import type { OutgoingQuestions } from './use-outgoing.ts';

/** How long the line at the edge offers Undo, in milliseconds. */
const offered = 10_000;

interface SentLineProps {
  sent: Sent | 'sending' | null;
  outgoing: OutgoingQuestions;
  onPutBack: (session: string, text: string) => void;
  /** How to see it; null where it is in sight. */
  onSee: (() => void) | null;
}

/** What came of the question just sent, for some seconds, with a way to it, and one back: Undo gives the text back. */
export function SentLine({ sent, outgoing, onPutBack, onSee }: SentLineProps) {
  const say = useText(attendeeMessages);
  const stale = useConnectionState() === 'stale';
  const offline = useOffline();
  if (sent === null) return null;
  // The line about the connection says what becomes of it.
  if (sent === 'sending' && (stale || offline)) return null;
  if (sent === 'sending') return <NoticeLine tone="plain" words={say('ask.sending')} />;
  const see = onSee ? [{ word: say('ask.see'), act: onSee }] : [];
  const held = outgoing.all.find(({ id }) => id === sent.id);
  if (sent.status === null && !sent.paused)
    return held ? <NoticeLine tone="refused" words={say('ask.refused')} actions={see} /> : null;
  if (held && isPaused(held)) return <Paused see={see} />;
  return sent.status === null ? null : (
    <Arrived key={sent.id} sent={{ ...sent, status: sent.status }} see={see} onPutBack={onPutBack} />
  );
}

/** Slow mode still holds it back. */
function Paused({ see }: { see: readonly NoticeAction[] }) {
  const say = useText(attendeeMessages);
  const announce = useAnnounce();
  useEffect(() => announce(say('ask.paused')), [announce, say]);
  return <NoticeLine tone="paused" words={say('ask.paused')} actions={see} />;
}

function Arrived(props: {
  sent: { id: string; status: string };
  see: readonly NoticeAction[];
  onPutBack: (session: string, text: string) => void;
}) {
  const { sent, see, onPutBack } = props;
  const { id } = sent;
  const say = useText(attendeeMessages);
  const send = useSend();
  const announce = useAnnounce();
  const [gone, setGone] = useState(false);
  const unattended = useView((view) => view.event?.unattended) ?? false;
  const question = useView((view) => view.questions?.[id]);
  const words = say(sentWords(sent.status, unattended));
  const said = useRef(words);
  useEffect(() => announce(said.current), [announce]);
  useEffect(() => {
    const timer = setTimeout(() => setGone(true), offered);
    return () => clearTimeout(timer);
  }, []);
  // What has become of it since is said elsewhere.
  if (gone || (question && question.status !== sent.status)) return null;
  const undo = () => {
    setGone(true);
    void send({ type: 'question.withdraw', question: id }).then((outcome) => {
      if (outcome.ok) onPutBack(question?.session ?? '', question?.original ?? question?.text ?? '');
      else void lateSentence(outcome).then((message) => announce(say('mine.failed', { message })));
    });
  };
  return <NoticeLine words={words} actions={[...see, { word: say('ask.undo'), act: undo }]} />;
}

/** What to say of a question that arrived, by where it is. */
function sentWords(status: string, unattended: boolean) {
  if (status === 'live') return 'ask.sentLive';
  if (status === 'kept') return 'ask.sentKept';
  return unattended ? 'ask.sentUnattended' : 'ask.sent';
}
