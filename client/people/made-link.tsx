import type { Invited } from '../../shared/wire/http.ts';
import { useServerNow, useView } from '../connection/hooks.tsx';
import { Button } from '../look/button.tsx';
import { catalogue } from '../look/messages.ts';
import { Qr } from '../look/qr.tsx';
import { reachable } from '../look/reachable.ts';
import { qrText } from '../stage/join-address.ts';
import { CopyLink } from './copy-link.tsx';
import { peopleMessages } from './messages.en.ts';
import css from './people.module.css';
import { codeOf, typedAt } from './staff-code.ts';

const say = catalogue(peopleMessages);

/**
 * A link that was made for somebody else, to hand over: a QR code, a code to type with how long it holds, open, copy.
 * `large` is for being read from an arm's length. `onAgain` makes another once the code is over. `mail` writes what goes
 * with the link to whom it is for.
 */
export function MadeLink(props: {
  made: Invited;
  label: string;
  large?: boolean;
  onAgain?: () => void;
  mail?: ((link: string) => string) | undefined;
}) {
  const { made, label, large = false, onAgain, mail } = props;
  const at = useServerNow(1_000);
  const joinUrl = useView((view) => view.event?.joinUrl ?? null) ?? null;
  const link = reachable(made.path, joinUrl);
  const { origin } = new URL(link);
  const code = codeOf(made, at, origin);
  return (
    <div className={css.made} data-large={large}>
      <span className={css.qr}>
        <Qr text={qrText(code?.address ?? link)} label={label} />
      </span>
      <div className={css.beside}>
        <p>{say('link.scan')}</p>
        {code && (
          <p className={css.code}>
            <span>{say('link.type')} </span>
            <span className={css.typed}>
              {typedAt(origin)}
              <wbr />
              <strong>
                {code.halves.map((half) => (
                  <span key={half} className={css.half}>
                    {half}
                  </span>
                ))}
              </strong>
            </span>
          </p>
        )}
        {code && <p className={css.note}>{say('link.codeLeft', { minutes: code.minutes })}</p>}
        {!code && made.code && (
          <p className={css.note}>
            {say('link.codeOver')}{' '}
            {onAgain && (
              <Button size="small" onClick={onAgain}>
                {say('link.again')}
              </Button>
            )}
          </p>
        )}
        {joinUrl === null && <p className={css.warning}>{say('link.unreachable')}</p>}
        <p className={css.actions}>
          <a href={made.path} target="_blank" rel="noreferrer" className={css.open}>
            {say('link.open')}
          </a>
          <CopyLink link={async () => link} />
          {mail && <CopyLink link={async () => mail(link)} name={say('link.copyMail')} />}
        </p>
      </div>
    </div>
  );
}
