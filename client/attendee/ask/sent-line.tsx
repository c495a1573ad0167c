import { useEffect, useRef, useState } from 'react';
import { useSend, useView } from '../../connection/hooks.tsx';
import { useAnnounce } from '../../look/announcer.tsx';
import { useText } from '../../look/messages.ts';
import { lateSentence } from '../../refusals/late.ts';
import { attendeeMessages } from '../messages/attendee.en.ts';
import { NoticeLine } from './notice-line.tsx';
import type { Sent } from './sent.ts';

/** How long the line above the field offers Undo, in milliseconds. */
const offered = 10_000;

/** What came of the question just sent, for some seconds, with a way back: Undo withdraws it and gives the text back. */
export function SentLine(props: {
  sent: Sent | null;
  /** Slow mode still holds it back. */
  paused: boolean;
  onPutBack: (text: string) => void;
}) {
  const { sent, paused, onPutBack } = props;
  const say = useText(attendeeMessages);
  const send = useSend();
  const announce = useAnnounce();
  const [gone, setGone] = useState<string | null>(null);
  const said = useRef<string | null>(null);
  const refused = sent !== null && sent.status === null && !sent.paused;
  const unattended = useView((view) => view.event?.unattended) ?? false;
  const id = sent?.status ? sent.id : null;
  const text =
    useView((view) => (id ? (view.questions?.[id]?.original ?? view.questions?.[id]?.text) : null)) ?? '';
  const status = useView((view) => (id ? view.questions?.[id]?.status : null)) ?? sent?.status;
  const words = say(sentWords(sent, unattended));
  useEffect(() => {
    if (sent?.paused) announce(say('ask.paused'));
  }, [sent, announce, say]);
  useEffect(() => {
    if (id === null || said.current === id) return;
    said.current = id;
    announce(words);
  }, [id, words, announce]);
  useEffect(() => {
    if (id === null) return;
    const timer = setTimeout(() => setGone(id), offered);
    return () => clearTimeout(timer);
  }, [id]);
  if (refused || paused) {
    const see = () => document.getElementById('my-questions')?.scrollIntoView({ block: 'start' });
    return (
      <NoticeLine
        words={say(refused ? 'ask.refused' : 'ask.paused')}
        action={say('ask.see')}
        onAction={see}
        refused={refused}
        paused={paused}
      />
    );
  }
  if (id === null || gone === id || status !== sent?.status) return null;
  const undo = () => {
    setGone(id);
    void send({ type: 'question.withdraw', question: id }).then((outcome) => {
      if (outcome.ok) onPutBack(text);
      else void lateSentence(outcome).then((message) => announce(say('mine.failed', { message })));
    });
  };
  return <NoticeLine words={words} action={say('ask.undo')} onAction={undo} />;
}

/** What to say of a question that arrived, by where it is. */
function sentWords(sent: Sent | null, unattended: boolean) {
  if (sent?.status === 'live') return 'ask.sentLive';
  if (sent?.status === 'kept') return 'ask.sentKept';
  return unattended ? 'ask.sentUnattended' : 'ask.sent';
}
