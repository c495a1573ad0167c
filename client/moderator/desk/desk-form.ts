import { useState } from 'react';
import { onDevice } from '../../look/device-storage.ts';
import { useMedia } from '../../look/use-media.ts';

/** The two forms of the desk: with everything, and for somebody who chairs with a phone or tablet in their hand. */
export type DeskForm = 'desk' | 'chair';

const storageKey = 'backrow.desk.form';

/** Windows that open in the chair's view where nobody chose: phones, and tablets upright. */
const held = '(max-width: 37.5rem), (max-width: 52rem) and (orientation: portrait)';

/** Which form this window has, and how to choose another; the choice stays on this device. */
export function useDeskForm(): [DeskForm, (form: DeskForm) => void] {
  const [chosen, setChosen] = useState<DeskForm | null>(stored);
  const isHeld = useMedia(held);
  return [
    chosen ?? (isHeld ? 'chair' : 'desk'),
    (form) => {
      setChosen(form);
      onDevice.write(storageKey, form);
    },
  ];
}

/** What the address asks for (`?form=chair`), else what was chosen here before. */
function stored(): DeskForm | null {
  const asked = new URLSearchParams(location.search).get('form') ?? onDevice.read(storageKey);
  return asked === 'chair' || asked === 'desk' ? asked : null;
}
