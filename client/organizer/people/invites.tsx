import { useState } from 'react';
import type { InviteView } from '../../../shared/views/view.ts';
import { useSend } from '../../connection/hooks.tsx';
import { useAnnounce } from '../../look/announcer.tsx';
import { Button } from '../../look/button.tsx';
import { cityOf } from '../../look/cities.ts';
import { Dialog } from '../../look/dialog.tsx';
import { catalogue } from '../../look/messages.ts';
import { clockTime } from '../../look/zones.ts';
import { staffSentence } from '../../refusals/staff.ts';
import { Part } from '../frame/part.tsx';
import { organizerMessages } from '../messages/messages.en.ts';
import css from '../organizer-screen.module.css';
import own from './people-page.module.css';

const say = catalogue(organizerMessages);

/** The invites that were made or used, and how to end one with everybody who came in by it. */
export function Invites({ invites, zone }: { invites: readonly InviteView[]; zone: string }) {
  const send = useSend();
  const announce = useAnnounce();
  const [asking, setAsking] = useState<InviteView | null>(null);
  const [line, setLine] = useState<string | null>(null);
  const revoke = async (invite: InviteView) => {
    setAsking(null);
    const outcome = await send({ type: 'invite.revoke', invite: invite.id }, 10_000);
    const said = outcome.ok
      ? say('organizer.done')
      : say('organizer.notDone', { why: staffSentence(outcome) });
    setLine(said);
    announce(said);
  };
  return (
    <Part folds title={say('organizer.invites')}>
      {invites.length === 0 && <p className={css.note}>{say('organizer.noInvites')}</p>}
      <details className={own.folded} hidden={invites.length === 0}>
        <summary>{say('organizer.showInvites', { count: invites.length })}</summary>
        <ul className={css.invites}>
          {invites.map((invite) => (
            <li key={invite.id} className={css.invite} data-over={invite.ended}>
              <strong>{say(`role.${invite.role}`)}</strong>
              <bdi>{invite.name ?? ''}</bdi>
              <span>
                {invite.maker &&
                  say('organizer.madeBy', { who: invite.maker.name ?? say(`role.${invite.maker.role}`) })}
              </span>
              <span>
                {say('organizer.uses')}:{' '}
                {invite.limit === null
                  ? say('organizer.usesAny', { uses: invite.uses })
                  : say('organizer.usesOf', { uses: invite.uses, limit: invite.limit })}
              </span>
              <span>
                {invite.lastUsedAt !== null &&
                  say('organizer.lastUsed', {
                    time: clockTime(Date.parse(invite.lastUsedAt), zone),
                    zone: cityOf(zone),
                  })}
              </span>
              {invite.ended ? (
                <span>
                  {invite.revokedAt === null
                    ? say('organizer.endedWithMaker')
                    : say('organizer.revoked', {
                        time: clockTime(Date.parse(invite.revokedAt), zone),
                        zone: cityOf(zone),
                      })}
                </span>
              ) : (
                !invite.installation && (
                  <Button
                    size="small"
                    kind="danger"
                    aria-label={say('organizer.revokeNamed', {
                      name: invite.name ?? say(`role.${invite.role}`),
                    })}
                    onClick={() => setAsking(invite)}
                  >
                    {say('organizer.revoke')}
                  </Button>
                )
              )}
              {noteOf(invite) && <p className={css.inviteNote}>{noteOf(invite)}</p>}
            </li>
          ))}
        </ul>
      </details>
      {line !== null && <p className={css.note}>{line}</p>}
      <Dialog open={asking !== null} title={say('organizer.revokeTitle')} onClose={() => setAsking(null)}>
        <p>{say('organizer.revokeHow')}</p>
        <div className={css.buttons}>
          <Button kind="danger" onClick={() => asking && void revoke(asking)}>
            {say('organizer.revoke')}
          </Button>
          <Button onClick={() => setAsking(null)}>{say('organizer.keep')}</Button>
        </div>
      </Dialog>
    </Part>
  );
}

/** What holds of an invite besides; null where nothing does. */
function noteOf({ ended, installation, closed }: InviteView): string | null {
  if (ended) return null;
  if (installation) return say('organizer.ofInstallation');
  return closed ? say('organizer.takesNobodyNew') : null;
}
