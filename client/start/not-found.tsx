import { useText } from '../look/messages.ts';
import { startMessages } from './messages.en.ts';
import { PlainPage } from './plain-page.tsx';

/** An address that leads nowhere. */
export function NotFound() {
  const say = useText(startMessages);
  return (
    <PlainPage title={say('notFound.title')}>
      <p>{say('notFound.help')}</p>
      <p>
        <a href="/">{say('notFound.home')}</a>
      </p>
    </PlainPage>
  );
}
