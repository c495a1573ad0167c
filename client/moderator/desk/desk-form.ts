import { useState } from 'react';
import { onDevice } from '../../look/device-storage.ts';
import { useMedia } from '../../look/use-media.ts';

/** The two forms of the desk: with everything, and for somebody who chairs with a phone or tablet in their hand. */
export type DeskForm = 'desk' | 'chair';

const storageKey = 'backrow.desk.form';

/** Windows narrower than this open in chair mode where nobody chose: phones, upright. */
const narrow = '(max-width: 37.5rem)';

/** Which form this window has, and how to choose another; the choice stays on this device. */
export function useDeskForm(): [DeskForm, (form: DeskForm) => void] {
  const [chosen, setChosen] = useState<DeskForm | null>(stored);
  const isNarrow = useMedia(narrow);
  return [
    chosen ?? (isNarrow ? 'chair' : 'desk'),
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
