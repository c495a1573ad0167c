import { useState } from 'react';
import { useView } from '../../connection/hooks.tsx';
import { useAnnounce } from '../../look/announcer.tsx';
import { useText } from '../../look/messages.ts';
import { Segmented } from '../../look/segmented.tsx';
import { askerSentence } from '../../refusals/asker.ts';
import { remember } from '../ask/kept-texts.ts';
import styles from '../attendee.module.css';
import { MyName } from '../join/my-name.tsx';
import type { Joining } from '../join/use-join.ts';
import { boardMessages } from '../messages/board.en.ts';

interface Props {
  slug: string;
  enter: Joining['enter'];
}

/** Where I am: guessed, and changed by a press. */
export function Attendance({ slug, enter }: Props) {
  const say = useText(boardMessages);
  const announce = useAnnounce();
  const me = useView((view) => view.me);
  const [result, setResult] = useState('');
  if (!me) return null;
  const change = async (attendance: typeof me.attendance) => {
    const refusal = await enter({ attendance });
    if (!refusal) remember(`attendance.${slug}`, attendance);
    const words = refusal ? say('me.notSaved', { message: askerSentence(refusal) }) : say('me.saved');
    setResult(words);
    announce(words);
  };
  return (
    <div className={styles.about}>
      <Segmented
        label={say('me.attendance')}
        labelled
        options={[
          { value: 'inRoom', label: say('me.inRoom') },
          { value: 'remote', label: say('me.remote') },
        ]}
        value={me.attendance}
        onChange={(attendance) => void change(attendance)}
      />
      <p className={styles.result}>{result}</p>
    </div>
  );
}

/** Where I am and what I am called, at the end of the page. */
export function AboutMe({ slug, enter }: Props) {
  const say = useText(boardMessages);
  const me = useView((view) => view.me);
  if (!me) return null;
  return (
    <section className={styles.aboutMe} aria-labelledby="about-me">
      <h2 id="about-me">{say('me.heading')}</h2>
      <Attendance slug={slug} enter={enter} />
      <MyName enter={enter} />
    </section>
  );
}
