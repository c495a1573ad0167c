import type { EventView } from '../../shared/views/view.ts';
import { useEventConnection, useServerNow } from '../connection/hooks.tsx';
import { catalogue } from '../look/messages.ts';
import { Frame } from '../stage/frame.tsx';
import type { StageLook } from '../stage/look.ts';
import { Sign, type SignWords } from '../stage/sign.tsx';
import { type Check, checksOf } from './checks.ts';
import { projectorMessages } from './messages.en.ts';
import { useReportDrawn } from './use-report-drawn.ts';
import css from './waiting.module.css';

const say = catalogue(projectorMessages);

/**
 * A display that nobody gave a room yet: by which digits a desk finds it, and what whoever stands before it can still
 * put right. Beside something else there is room for the digits only.
 */
export function Waiting({ event, display, look }: { event: EventView; display: SignWords; look: StageLook }) {
  // Looks again every second: somebody is putting things right while reading.
  useServerNow(1_000);
  const { clock } = useEventConnection();
  useReportDrawn('waiting', null);
  return (
    <Frame look={look} scene="waiting" accent={event.policy.look?.accent ?? null}>
      {look.layout === 'full' ? (
        <div className={css.page}>
          <div className={css.who}>
            <p className={css.event}>{event.title}</p>
            <p className={css.name}>{display.name ?? say('display.unnamed')}</p>
            <p className={css.code}>{display.code}</p>
            <p className={css.waiting}>{say('display.waiting')}</p>
            <p className={css.how}>{say('display.how')}</p>
          </div>
          <ul className={css.checks}>
            {checksOf(clock.offset).map((check) => (
              <CheckRow key={check.of} check={check} />
            ))}
          </ul>
        </div>
      ) : (
        <Sign words={{ name: say('display.waiting'), code: display.code }} layout={look.layout} />
      )}
    </Frame>
  );
}

function CheckRow({ check }: { check: Check }) {
  return (
    <li className={css.check} data-fine={check.fine}>
      <span aria-hidden="true">{check.fine ? '✓' : '–'}</span>
      <span>{check.words}</span>
    </li>
  );
}
