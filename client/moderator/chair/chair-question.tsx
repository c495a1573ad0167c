import type { QuestionView } from '../../../shared/views/view.ts';
import { Badge } from '../../look/badge.tsx';
import { catalogue } from '../../look/messages.ts';
import { deskMessages } from '../messages/desk.en.ts';
import { textOf } from '../messages/question-text.ts';
import css from './chair.module.css';

const say = catalogue(deskMessages);

/** A question as a chair reads it: its words, its number, from where and by whom, and whether it is the one to suggest. */
export function ChairQuestion(props: { question: QuestionView; votes?: boolean; suggested?: boolean }) {
  const { question, votes = false, suggested = false } = props;
  return (
    <div className={css.question}>
      <p className={css.text} dir="auto">
        {textOf(question)}
      </p>
      <p className={css.facts}>
        {question.n !== null && <strong>#{question.n}</strong>}
        <Badge kind={question.attendance === 'remote' ? 'remote' : 'room'}>
          {question.attendance === 'remote' ? say('row.remote') : say('row.room')}
        </Badge>
        {question.author && <span>{question.author.name}</span>}
        {votes && <span>▲{question.upvotes ?? 0}</span>}
        {suggested && <Badge kind="accent">{say('chair.suggested')}</Badge>}
      </p>
    </div>
  );
}
