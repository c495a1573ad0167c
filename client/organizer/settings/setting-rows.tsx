import type { ReactNode } from 'react';
import { Switch } from '../../look/switch.tsx';
import css from './settings-page.module.css';
import { usePolicy } from './use-policy.ts';

/** Yes or no, at once; `turned` where the switch says the opposite of what is set. */
export function Toggle(props: {
  name: string;
  hint: string;
  on: boolean;
  field: 'names' | 'newcomersWait' | 'slowMode' | 'askBefore' | 'autorun' | 'joinsLocked';
  turned?: boolean;
}) {
  const { name, hint, on, field, turned = false } = props;
  const { said, busy, set } = usePolicy();
  return (
    <Row said={said}>
      <Switch
        label={name}
        hint={hint}
        checked={on}
        disabled={busy}
        onChange={(checked) => void set({ [field]: turned ? !checked : checked })}
      />
    </Row>
  );
}

/** A setting, and beside it that it is saved, or why not. */
export function Row({ said, children }: { said: string | null; children: ReactNode }) {
  return (
    <div className={css.setting}>
      {children}
      {said !== null && <span className={css.said}>{said}</span>}
    </div>
  );
}
