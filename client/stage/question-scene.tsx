import type { EventView, SpeakerView } from '../../shared/views/view.ts';
import { secondsUntil } from '../look/digits.ts';
import { catalogue } from '../look/messages.ts';
import { inOneLine } from '../look/written.ts';
import type { Fit } from './fit.ts';
import { FittedText } from './fitted-text.tsx';
import { stageMessages } from './messages.en.ts';
import { BottomBar, NextUp, TimeLeft, TopLine } from './parts.tsx';
import type { Scene, ShownQuestion } from './scene.ts';
import css from './stage.module.css';

const say = catalogue(stageMessages);

type QuestionScene = Extract<Scene, { kind: 'question' }>;

/** The question that the room talks about, as large as it fits. The same part on the stage, in its mirror and in the preview. */
export function QuestionPicture({
  scene,
  event,
  at,
  onFit,
}: {
  scene: QuestionScene;
  event: EventView;
  at: number;
  onFit?: ((fit: Fit) => void) | undefined;
}) {
  const { question, about, part, countdown, next } = scene;
  const over = countdown === null || secondsUntil(countdown.to, at) <= 0;
  const panel = about?.kind === 'panel' ? panellists(about.speakers) : [];
  return (
    <div className={css.safe} data-people={panel.length > 0}>
      <TopLine title={part?.title ?? about?.title ?? event.title}>
        {inOneLine(aboutQuestion(question, event), ' · ')}
      </TopLine>
      {panel.length > 0 && (
        <div className={css.panellists} dir="auto">
          {inOneLine(panel, ' · ')}
        </div>
      )}
      <FittedText text={question.text ?? say('stage.spoken')} onFit={onFit} />
      <BottomBar event={event}>
        {over ? (
          <NextUp event={event} next={next} at={at} />
        ) : (
          <TimeLeft countdown={countdown} at={at} event={event} />
        )}
      </BottomBar>
    </div>
  );
}

/** What stands beside a question: its number, who asked and from where, its upvotes, as far as everybody may know. */
export function aboutQuestion(
  { n, author, attendance, upvotes }: ShownQuestion,
  { policy }: Pick<EventView, 'policy'>,
): string[] {
  return [
    n === null ? null : say('stage.number', { n: String(n) }),
    policy.names === false ? null : (author?.name ?? null),
    attendance === 'remote' ? say('stage.fromRemote') : say('stage.fromRoom'),
    upvotes === null || upvotes === 0 ? null : say('stage.upvotes', { count: upvotes }),
  ].filter((word) => word !== null);
}

/** Most people that stand in one line beside a question. */
const mostInLine = 5;

/** Who sits on the panel, in one line. */
function panellists(speakers: readonly SpeakerView[]): string[] {
  const named = speakers.length > mostInLine ? speakers.slice(0, mostInLine - 1) : speakers;
  const more = speakers.length - named.length;
  return [...named.map(({ name }) => name), ...(more > 0 ? [say('stage.morePeople', { count: more })] : [])];
}
