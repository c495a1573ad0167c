import { base } from '../connection/base.ts';
import { useText } from '../look/messages.ts';
import { PlainPage } from '../look/plain-page.tsx';
import { CodeForm } from './code-form.tsx';
import { bareCode, isStaffCode } from './events.ts';
import { startMessages } from './messages.en.ts';

/** `/j/CODE`: the server goes where a code leads; what it does not know it leaves to this page, which says so. */
export function JoinByCode({ code }: { code: string }) {
  const say = useText(startMessages);
  const shown = bareCode(code);
  return (
    <PlainPage title={say(isStaffCode(code) ? 'code.staffUnknown' : 'code.unknown', { code: shown })}>
      <p>{say(isStaffCode(code) ? 'code.staffHelp' : 'code.unknownHelp')}</p>
      <CodeForm initial={shown} />
      <p>
        <a href={`${base}/`}>{say('code.all')}</a>
      </p>
    </PlainPage>
  );
}
