import { useState } from 'react';
import { isStaff } from '../../../shared/people/role.ts';
import { useView } from '../../connection/hooks.tsx';
import { useAnnounce } from '../../look/announcer.tsx';
import { useText } from '../../look/messages.ts';
import { Segmented } from '../../look/segmented.tsx';
import { lateSentence } from '../../refusals/late.ts';
import { remember } from '../ask/kept-texts.ts';
import styles from '../form.module.css';
import { attendeeMessages } from '../messages/attendee.en.ts';
import type { Joining } from './use-join.ts';

/**
 * Where I am: guessed, and changed by a press. `asks` chooses nothing before that: it is a question, and sending takes the
 * guess for its answer. The staff is no audience, and is not asked.
 */
export function Attendance(props: { slug: string; enter: Joining['enter']; asks?: boolean }) {
  const { slug, enter, asks = false } = props;
  const say = useText(attendeeMessages);
  const announce = useAnnounce();
  const me = useView((view) => view.me);
  const [result, setResult] = useState('');
  const [answered, setAnswered] = useState(!asks);
  if (!me || isStaff(me.role)) return null;
  const change = async (attendance: typeof me.attendance) => {
    const refusal = await enter({ attendance });
    if (!refusal) {
      remember(`attendance.${slug}`, attendance);
      setAnswered(true);
    }
    const words = refusal ? say('me.notSaved', { message: await lateSentence(refusal) }) : say('me.saved');
    setResult(words);
    announce(words);
  };
  return (
    <div className={styles.attendance}>
      <Segmented
        label={say('me.attendance')}
        labelled
        options={[
          { value: 'inRoom', label: say('me.inRoom') },
          { value: 'remote', label: say('me.remote') },
        ]}
        value={answered ? me.attendance : null}
        onChange={(attendance) => void change(attendance)}
      />
      <p className={styles.result}>{answered || result !== '' ? result : say(`me.guess.${me.attendance}`)}</p>
    </div>
  );
}
