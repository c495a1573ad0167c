import { useMemo, useState } from 'react';
import { dismissReasons } from '../../../shared/questions/question.ts';
import { homeOf } from '../../../shared/rundown/home.ts';
import type { PosterView, QuestionView, SessionView } from '../../../shared/views/view.ts';
import { catalogue } from '../../look/messages.ts';
import { isolated } from '../../look/written.ts';
import type { OpenMenu } from '../actions/action-context.ts';
import { type Keeping, placesToMove, type QuestionActions } from '../actions/question-actions.ts';
import { deskMessages } from '../messages/desk.en.ts';
import { short } from '../messages/question-text.ts';
import { ChoiceMenu } from './choice-menu.tsx';

const say = catalogue(deskMessages);

interface MenusProps {
  menu: OpenMenu;
  programme: readonly SessionView[];
  posters: readonly PosterView[];
  labels: readonly string[];
  actions: QuestionActions;
  /** The id of the question on screen. */
  shown: string | null;
  /** Says why something was not done. */
  refuse: (line: string) => void;
  /** Does what makes questions leave their list, and goes on to the next row. */
  leaving: (questions: readonly QuestionView[], act: () => void) => void;
  onClose: () => void;
}

/** The menu that is open at a row, or for the rows that are selected. */
export function RowMenus(props: MenusProps) {
  const { menu, actions, shown, refuse, leaving, onClose } = props;
  const { questions } = menu;
  const [shownBefore] = useState(shown);
  const [first] = questions;
  if (!first) return null;
  const about = questions.length === 1 ? first.id : null;
  const done = (act: () => void) => {
    onClose();
    leaving(questions, act);
  };
  // What a colleague has put on screen while one looked for a reason is not taken off it unawares.
  const decline = (why: string) => {
    const aired = shown === shownBefore ? undefined : questions.find(({ id }) => id === shown);
    if (!aired) return done(() => actions.dismiss(questions, why));
    onClose();
    refuse(say('no.nowOnScreen', { text: short(aired) }));
  };
  switch (menu.kind) {
    case 'dismiss':
      return (
        <ChoiceMenu
          title={say('why.title')}
          question={about}
          choices={dismissReasons.map((reason) => ({ id: reason, name: say(`why.${reason}`) }))}
          choicesFirst
          newLabel={say('why.own')}
          longest={200}
          onClose={onClose}
          onNew={decline}
          onChoose={decline}
        />
      );
    case 'keep':
      return (
        <KeepMenu
          {...props}
          about={about}
          onChoose={(keeping) => done(() => actions.keep(questions, keeping))}
        />
      );
    case 'move':
      return <MoveMenu {...props} about={about} first={first} done={done} />;
    case 'labels':
      return <LabelsMenu {...props} about={about} first={first} />;
  }
}

function KeepMenu({
  programme,
  posters,
  about,
  onChoose,
  onClose,
}: MenusProps & { about: string | null; onChoose: (keeping: Keeping) => void }) {
  const options = useMemo(() => {
    const panels = programme.filter(({ kind, status }) => kind === 'panel' && status !== 'cancelled');
    const found: (Keeping & { id: string })[] = [
      ...panels.map(({ id, title }) => ({ id: `panel ${id}`, for: 'panel' as const, session: id, title })),
      { id: 'written', for: 'written', title: say('keep.written') },
      ...posters.map(({ id, number, title }) => ({
        id: `poster ${id}`,
        for: 'poster' as const,
        poster: id,
        title: number === null ? title : `${number} ${isolated(title)}`,
      })),
    ];
    return found;
  }, [programme, posters]);
  return (
    <ChoiceMenu
      title={say('keep.title')}
      question={about}
      choices={options.map(({ id, title, ...keeping }) => ({
        id,
        name: title,
        hint: keeping.for === 'written' ? undefined : say(`keep.${keeping.for}`),
      }))}
      onClose={onClose}
      onChoose={(chosen) => {
        const option = options.find(({ id }) => id === chosen);
        if (!option) return;
        const { id: _id, ...keeping } = option;
        onChoose(keeping);
      }}
    />
  );
}

function MoveMenu({
  programme,
  about,
  first,
  actions,
  menu,
  done,
  onClose,
}: MenusProps & { about: string | null; first: QuestionView; done: (act: () => void) => void }) {
  const places = placesToMove(programme);
  const home = homeOf(first);
  return (
    <ChoiceMenu
      title={say('move.title')}
      question={about}
      choices={places.map(({ session, part, title }, index) => ({
        id: `${index}`,
        name: title,
        hint: session === home.session && part === first.part ? say('move.here') : undefined,
      }))}
      onClose={onClose}
      onChoose={(chosen) => {
        const to = places[Number(chosen)];
        if (to) done(() => actions.move(menu.questions, to));
      }}
    />
  );
}

function LabelsMenu({
  menu: { questions },
  labels,
  about,
  first,
  actions,
  onClose,
}: MenusProps & { about: string | null; first: QuestionView }) {
  const isOn = (label: string) => questions.every((question) => question.labels.includes(label));
  const set = (label: string, on: boolean) => {
    actions.label(questions, (before) =>
      on ? [...before.filter((known) => known !== label), label] : before.filter((known) => known !== label),
    );
    onClose();
  };
  const known = [...new Set([...labels, ...first.labels])];
  return (
    <ChoiceMenu
      title={say('labels.title')}
      question={about}
      choices={known.map((label) => ({ id: label, name: label, on: isOn(label) }))}
      newLabel={say('labels.new')}
      onNew={(label) => set(label, true)}
      onClose={onClose}
      onChoose={(label) => set(label, !isOn(label))}
    />
  );
}
