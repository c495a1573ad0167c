import { useState } from 'react';
import type { QuestionView } from '../../../shared/views/view.ts';
import { base } from '../../connection/base.ts';
import { useSend, useView } from '../../connection/hooks.tsx';
import { useAnnounce } from '../../look/announcer.tsx';
import { Button } from '../../look/button.tsx';
import { copyText } from '../../look/copy-text.ts';
import { useText } from '../../look/messages.ts';
import { reachable } from '../../look/reachable.ts';
import { Sheet } from '../../look/sheet.tsx';
import { titleOf } from '../../questions/place-title.ts';
import { askerSentence } from '../../refusals/asker.ts';
import { sheetMessages } from '../messages/sheets.en.ts';
import styles from './about.module.css';

/** What somebody may find wrong with a question; a moderator reads it in these words. */
const reasons = ['hurtful', 'person', 'other'] as const;

/** All of one question, and what one may do with it besides an upvote: copy it, share it, report it. */
export function QuestionSheet({ slug, id, onClose }: { slug: string; id: string; onClose: () => void }) {
  const say = useText(sheetMessages);
  const question = useView((view) => view.questions?.[id]);
  const mine = useView((view) => view.me?.mine.includes(id)) ?? false;
  const closed = useView((view) => view.event?.closed) ?? false;
  const talk = useView((view) => titleOf(view.questions?.[id], view)) ?? null;
  if (!question) return null;
  const { n, author } = question;
  const title = n === null ? say('question.heading') : say('question.numbered', { n });
  return (
    <Sheet open title={title} closeWord={say('sheet.close')} onClose={onClose}>
      <div className={styles.session}>
        <p className={styles.quoted} dir="auto">
          {question.text ?? say('question.unwritten')}
        </p>
        <p className={styles.when}>
          <bdi>{author?.name ?? say('question.anonymous')}</bdi>
          {talk !== null && <bdi>{talk}</bdi>}
        </p>
      </div>
      {question.text !== null && <Ways slug={slug} question={question} text={question.text} />}
      {!mine && !closed && <ReportForm question={id} />}
    </Sheet>
  );
}

/** Its words for somebody else: to paste anywhere, or handed to another program with the way to its talk. */
function Ways({ slug, question, text }: { slug: string; question: QuestionView; text: string }) {
  const say = useText(sheetMessages);
  const joinUrl = useView((view) => view.event?.joinUrl) ?? null;
  const [copied, setCopied] = useState(false);
  const talk = question.session === null ? '' : `?talk=${encodeURIComponent(question.session)}`;
  const path = `${base}/e/${encodeURIComponent(slug)}${talk}`;
  const url = reachable(path, joinUrl && new URL(joinUrl).origin);
  return (
    <p className={styles.buttons}>
      <Button onClick={() => void copyText(text).then(setCopied)}>
        {say(copied ? 'share.copied' : 'question.copy')}
      </Button>
      {'share' in navigator && (
        <Button onClick={() => void navigator.share({ text, url }).catch(() => undefined)}>
          {say('share.send')}
        </Button>
      )}
    </p>
  );
}

/** Tells the moderators that a question should not stand: why, in one press more. */
function ReportForm({ question }: { question: string }) {
  const say = useText(sheetMessages);
  const send = useSend();
  const announce = useAnnounce();
  const [asked, setAsked] = useState(false);
  const [result, setResult] = useState<string | null>(null);
  const report = async (why: string) => {
    const outcome = await send({ type: 'report', question, why });
    const words = outcome.ok ? say('report.done') : say('report.failed', { message: askerSentence(outcome) });
    setResult(words);
    announce(words);
  };
  if (result !== null) return <p role="status">{result}</p>;
  if (!asked)
    return (
      <p className={styles.buttons}>
        <Button kind="quiet" onClick={() => setAsked(true)}>
          {say('report.begin')}
        </Button>
      </p>
    );
  return (
    <section className={styles.look} aria-label={say('report.begin')}>
      <p>{say('report.why')}</p>
      <p className={styles.buttons}>
        {reasons.map((reason) => (
          <Button key={reason} onClick={() => void report(say(`report.${reason}`))}>
            {say(`report.${reason}`)}
          </Button>
        ))}
      </p>
      <p className={styles.note}>{say('report.who')}</p>
    </section>
  );
}
