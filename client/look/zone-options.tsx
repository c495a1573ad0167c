import { useState } from 'react';

/** The zones that this browser knows, for a field that names it as its `list`; a field of a browser that knows none is typed into. */
export function ZoneOptions({ id }: { id: string }) {
  const [zones] = useState(() => ('supportedValuesOf' in Intl ? Intl.supportedValuesOf('timeZone') : []));
  return (
    <datalist id={id}>
      {zones.map((zone) => (
        <option key={zone} value={zone} />
      ))}
    </datalist>
  );
}
