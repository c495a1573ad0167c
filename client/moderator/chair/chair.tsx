import { useMemo, useState } from 'react';
import { dismissReasons } from '../../../shared/questions/question.ts';
import type { EventView, QuestionView, View } from '../../../shared/views/view.ts';
import { Button } from '../../look/button.tsx';
import { catalogue } from '../../look/messages.ts';
import { useDesk } from '../desk/use-desk.ts';
import { useDeskTitle } from '../desk/use-desk-title.ts';
import { totalOf } from '../lists/rest.ts';
import { deskMessages } from '../messages/desk.en.ts';
import { ChoiceMenu } from '../row/choice-menu.tsx';
import css from './chair.module.css';
import { ChairActions } from './chair-actions.tsx';
import { ChairAside } from './chair-aside.tsx';
import { ChairHead } from './chair-head.tsx';
import { useChairLayout } from './chair-layout.ts';
import { ChairLine } from './chair-line.tsx';
import { ChairNext } from './chair-next.tsx';
import { ChairReview } from './chair-review.tsx';
import { ChairScreen } from './chair-screen.tsx';
import { usePages } from './use-pages.ts';

const say = catalogue(deskMessages);

/**
 * For whoever chairs: what is on screen, what comes next, the time, one line, two things to do; in a hand the rest is a swipe
 * away, on a tablet it stands beside.
 */
export function Chair({
  view,
  event,
  room,
  onDesk,
}: {
  view: View;
  event: EventView;
  room: string;
  onDesk: () => void;
}) {
  const desk = useDesk(view, room);
  const { connection, commands, actions, watched, noShow } = desk;
  const { all, active, programme } = watched;
  const off = noShow !== null;
  const waiting = useMemo(() => all.filter(({ status }) => status === 'inReview'), [all]);
  const [declining, setDeclining] = useState<QuestionView | null>(null);
  const { pages, isAside, onScroll, turn } = usePages();
  const layout = useChairLayout();
  const count = totalOf(view, 'all', 'waiting') ?? waiting.length;
  useDeskTitle('chair', view, room, count);
  const decline = (why: string) => {
    if (declining) actions.question.dismiss([declining], why);
    setDeclining(null);
  };
  const screen = (
    <ChairScreen
      {...{ view, room, watched, noShow, layout }}
      inDoubt={commands.inDoubt}
      actions={actions.stage}
    />
  );
  const next = (
    <ChairNext
      watched={watched}
      balance={view.balance}
      noShow={noShow}
      onPlace={actions.question.upNext}
      onLater={actions.question.upNextOut}
      onDecline={setDeclining}
    />
  );
  const aside = (
    <ChairAside event={event} session={active} programme={programme} actions={actions.session} off={off} />
  );
  const review = (
    <ChairReview
      waiting={waiting}
      count={count}
      off={off}
      onApprove={(question) => actions.question.approve([question])}
      onDecline={setDeclining}
      onDesk={onDesk}
    />
  );
  const line = (
    <ChairLine
      event={event}
      programme={programme}
      active={active}
      actions={actions.session}
      off={off}
      notice={commands.notice}
      onUndo={commands.undo}
      onGone={commands.dismiss}
    />
  );
  const buttons = <ChairActions desk={desk} />;
  // In a low window the buttons come first: the line keeps its place while it is empty, and would push them below the edge.
  const hand = (
    <div className={css.hand}>
      {layout === 'scroll' ? (
        <>
          {buttons}
          {line}
        </>
      ) : (
        <>
          {line}
          {buttons}
        </>
      )}
    </div>
  );
  return (
    <main
      className={css.chair}
      data-density="comfortable"
      data-layout={layout}
      data-stale={connection === 'stale'}
    >
      <header className={css.head}>
        <h1 className="unseen">{say('chair.title', { title: event.title })}</h1>
        <ChairHead event={event} programme={programme} active={active} />
        {layout === 'pages' ? (
          <Button className={css.turn} aria-expanded={isAside} onClick={turn}>
            <span>{isAside ? say('chair.back') : say('chair.aside')}</span>{' '}
            <span className={css.badge}>
              {isAside
                ? say('screen.title')
                : count > 0
                  ? say('chair.review', { count })
                  : say('chair.asideHas')}
            </span>
          </Button>
        ) : (
          <Button onClick={onDesk}>{say('chair.toDesk')}</Button>
        )}
      </header>
      {layout === 'pages' ? (
        <>
          <div ref={pages} className={css.pages} onScroll={onScroll}>
            <div className={css.page}>
              {screen}
              {next}
            </div>
            <div className={css.page}>
              <div className={css.aside}>
                {aside}
                {review}
              </div>
            </div>
          </div>
          {hand}
        </>
      ) : (
        <div className={css.panes}>
          <div className={css.pane}>
            {screen}
            {layout === 'scroll' && hand}
            <div className={css.aside}>{aside}</div>
            {layout === 'panes' && hand}
          </div>
          <div className={css.pane}>
            {next}
            <div className={css.aside}>{review}</div>
          </div>
        </div>
      )}
      {declining && (
        <ChoiceMenu
          title={say('why.title')}
          question={null}
          choices={dismissReasons.map((reason) => ({ id: reason, name: say(`why.${reason}`) }))}
          choicesFirst
          newLabel={say('why.own')}
          longest={200}
          onClose={() => setDeclining(null)}
          onNew={decline}
          onChoose={decline}
        />
      )}
    </main>
  );
}
