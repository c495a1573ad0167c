import { useEffect } from 'react';
import { useLocation } from 'wouter';
import { base } from '../connection/base.ts';
import { useText } from '../look/messages.ts';
import { PlainPage } from '../look/plain-page.tsx';
import { attendeePath, bareCode, eventByCode, isStaffCode } from './events.ts';
import { startMessages } from './messages.en.ts';
import { Unreachable } from './start-page.tsx';
import { useEvents } from './use-events.ts';

/** `/j/CODE`: finds the event with this code and goes there, or says that there is none. */
export function JoinByCode({ code }: { code: string }) {
  const say = useText(startMessages);
  const [events, again] = useEvents();
  const [, go] = useLocation();
  const found = events?.ok ? eventByCode(events.value, code) : undefined;
  useEffect(() => {
    if (found) go(attendeePath(found.slug, location.search), { replace: true });
  }, [found, go]);
  const shown = bareCode(code);
  if (events === null || found)
    return <PlainPage title={say('code.looking', { code: shown })}>{null}</PlainPage>;
  if (!events.ok) {
    return (
      <PlainPage title={say('code.looking', { code: shown })}>
        <Unreachable again={again} />
      </PlainPage>
    );
  }
  return (
    <PlainPage title={say(isStaffCode(code) ? 'code.staffUnknown' : 'code.unknown', { code: shown })}>
      <p>{say(isStaffCode(code) ? 'code.staffHelp' : 'code.unknownHelp')}</p>
      <p>
        <a href={`${base}/`}>{say('code.all')}</a>
      </p>
    </PlainPage>
  );
}
