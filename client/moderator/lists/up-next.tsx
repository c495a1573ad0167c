import { draggable, dropTargetForElements } from '@atlaskit/pragmatic-drag-and-drop/element/adapter';
import { useEffect, useRef, useState } from 'react';
import type { QuestionView } from '../../../shared/views/view.ts';
import { Badge } from '../../look/badge.tsx';
import { Button } from '../../look/button.tsx';
import { Menu } from '../../look/menu.tsx';
import { catalogue } from '../../look/messages.ts';
import { useMedia } from '../../look/use-media.ts';
import { isolated } from '../../look/written.ts';
import { printedKey } from '../actions/printed-key.ts';
import { deskMessages } from '../messages/desk.en.ts';
import { short } from '../messages/question-text.ts';
import { DeskSection } from '../panels/desk-section.tsx';
import type { Suggestion } from './suggestion.ts';
import css from './up-next.module.css';

const say = catalogue(deskMessages);

interface UpNextProps {
  upNext: readonly QuestionView[];
  /** Only what is next is in sight: something else needs the room. */
  folded: boolean;
  suggestion: Suggestion | null;
  /** Why nothing can be shown now; null where it can. */
  noShow: string | null;
  onTakeNext: () => void;
  onPlace: (question: QuestionView, position: number) => void;
  onOut: (question: QuestionView) => void;
  onGoTo: (question: QuestionView) => void;
}

/** The short list the chair reads from: five at most, ordered by hand; the first is taken by one press. */
export function UpNext(props: UpNextProps) {
  const { upNext, folded, suggestion, noShow } = props;
  const [first] = upNext;
  return (
    <DeskSection
      title={
        <>
          {say('upNext.title')} <span className={css.count}>{upNext.length}</span>
        </>
      }
      aside={<Suggested suggestion={suggestion} onGoTo={props.onGoTo} />}
      gives={upNext.length > 2 && !folded ? 'later' : undefined}
    >
      <Button
        kind="live"
        className={css.take}
        aria-keyshortcuts={printedKey('takeNext')}
        aria-disabled={first === undefined || noShow !== null || undefined}
        title={noShow ?? undefined}
        onClick={props.onTakeNext}
      >
        <span className={css.takeWord}>
          {say('do.takeNext')}
          <kbd>{printedKey('takeNext')}</kbd>
        </span>
        <span className={css.takes}>{first ? short(first) : say('upNext.none')}</span>
      </Button>
      {upNext.length > 0 && !folded && (
        <ol className={css.slots} data-gives="true">
          {upNext.map((question, index) => (
            <Slot key={question.id} index={index} question={question} {...props} />
          ))}
        </ol>
      )}
    </DeskSection>
  );
}

/** Who could be next and why, in one line; a press goes to the row, and nothing more. */
function Suggested({ suggestion, onGoTo }: Pick<UpNextProps, 'suggestion' | 'onGoTo'>) {
  if (suggestion === null) return null;
  const { question, behind, first } = suggestion;
  const why =
    behind !== null
      ? say(`suggest.${behind.attendance}`, { taken: behind.taken, of: behind.of })
      : first
        ? say('suggest.first')
        : say('suggest.order');
  return (
    <button
      type="button"
      className={css.suggested}
      title={question.text === null ? undefined : isolated(question.text)}
      onClick={() => onGoTo(question)}
    >
      {say('suggest.line', { n: question.n === null ? '' : `#${question.n}`, why })}
    </button>
  );
}

function Slot({
  index,
  question,
  upNext,
  onPlace,
  onOut,
  onGoTo,
}: UpNextProps & { index: number; question: QuestionView }) {
  const slot = useRef<HTMLLIElement>(null);
  const [over, setOver] = useState(false);
  const byFinger = useMedia('(hover: none)');
  const { id } = question;
  useEffect(() => {
    const { current: element } = slot;
    if (!element) return;
    const stopDrop = dropTargetForElements({
      element,
      canDrop: ({ source }) => typeof source.data['upNext'] === 'string' && source.data['upNext'] !== id,
      getData: () => ({ place: index + 1 }),
      onDragEnter: () => setOver(true),
      onDragLeave: () => setOver(false),
      onDrop: () => setOver(false),
    });
    const stopDrag = draggable({ element, getInitialData: () => ({ upNext: id }) });
    return () => {
      stopDrop();
      stopDrag();
    };
  }, [id, index]);
  const name = short(question);
  return (
    <li ref={slot} className={css.slot} data-over={over} data-up-next={question.id}>
      <span className={css.place}>{index + 1}</span>
      <button
        type="button"
        className={css.text}
        title={question.text === null ? undefined : isolated(question.text)}
        dir="auto"
        onClick={() => onGoTo(question)}
      >
        {name}
      </button>
      <Badge kind={question.attendance === 'remote' ? 'remote' : 'room'}>
        {question.attendance === 'remote' ? say('row.remote') : say('row.room')}
      </Badge>
      {byFinger ? (
        <SlotMenu index={index} question={question} upNext={upNext} onPlace={onPlace} onOut={onOut} />
      ) : (
        <span className={css.tools}>
          <button
            type="button"
            aria-label={say('upNext.up', { name })}
            disabled={index === 0}
            onClick={() => onPlace(question, index)}
          >
            ↑
          </button>
          <button
            type="button"
            aria-label={say('upNext.down', { name })}
            disabled={index === upNext.length - 1}
            onClick={() => onPlace(question, index + 2)}
          >
            ↓
          </button>
          <button type="button" aria-label={say('upNext.out', { name })} onClick={() => onOut(question)}>
            ✕
          </button>
        </span>
      )}
    </li>
  );
}

/** The same for fingers: three buttons of their size would leave no room for the question. */
function SlotMenu({
  index,
  question,
  upNext,
  onPlace,
  onOut,
}: Pick<UpNextProps, 'upNext' | 'onPlace' | 'onOut'> & { index: number; question: QuestionView }) {
  return (
    <Menu
      label={say('upNext.more', { name: short(question) })}
      className={css.more}
      choices={[
        ...(index === 0 ? [] : [{ id: 'up', name: say('upNext.earlier') }]),
        ...(index === upNext.length - 1 ? [] : [{ id: 'down', name: say('upNext.later') }]),
        { id: 'out', name: say('more.upNextOut') },
      ]}
      onChoose={(id) => {
        if (id === 'out') onOut(question);
        else onPlace(question, id === 'up' ? index : index + 2);
      }}
    />
  );
}
