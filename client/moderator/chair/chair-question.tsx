import type { QuestionView } from '../../../shared/views/view.ts';
import { Badge } from '../../look/badge.tsx';
import { catalogue } from '../../look/messages.ts';
import { deskMessages } from '../messages/desk.en.ts';
import { textOf } from '../messages/question-text.ts';
import css from './chair.module.css';

const say = catalogue(deskMessages);

/** A question as a chair reads it: its words, its number, from where and by whom. */
export function ChairQuestion({ question, votes = false }: { question: QuestionView; votes?: boolean }) {
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
      </p>
    </div>
  );
}
