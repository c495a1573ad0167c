import { base } from '../connection/base.ts';
import { useText } from '../look/messages.ts';
import { PlainPage } from '../look/plain-page.tsx';
import { startMessages } from './messages.en.ts';

/** An address that leads nowhere. */
export function NotFound() {
  const say = useText(startMessages);
  return (
    <PlainPage title={say('notFound.title')}>
      <p>{say('notFound.help')}</p>
      <p>
        <a href={`${base}/`}>{say('notFound.home')}</a>
      </p>
    </PlainPage>
  );
}
