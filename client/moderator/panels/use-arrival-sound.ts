import { useEffect, useRef, useState } from 'react';
import { onDevice } from '../../look/device-storage.ts';

const storageKey = 'backrow.desk.sound';

/** Whether this computer gives a sound when a question comes, and how to set it; off unless somebody wants it. */
export function useSoundSetting(): [boolean, (on: boolean) => void] {
  const [on, setOn] = useState(isOn);
  return [
    on,
    (wanted) => {
      setOn(wanted);
      onDevice.write(storageKey, wanted ? 'on' : null);
      if (wanted) chime();
    },
  ];
}

/** Gives a short sound when more are to be reviewed than before, where this computer is set to. */
export function useArrivalSound(count: number): void {
  const before = useRef(count);
  useEffect(() => {
    const isMore = count > before.current;
    before.current = count;
    if (isMore && isOn()) chime();
  }, [count]);
}

function isOn(): boolean {
  return onDevice.read(storageKey) === 'on';
}

/** Two soft tones; nothing where a browser has no sound, or allows none before the first press. */
function chime(): void {
  if (!('AudioContext' in globalThis)) return;
  const audio = new AudioContext();
  const [start, end] = [audio.currentTime, audio.currentTime + 0.28];
  const gain = audio.createGain();
  gain.gain.setValueAtTime(0.08, start);
  gain.gain.exponentialRampToValueAtTime(0.0001, end);
  const tone = audio.createOscillator();
  tone.frequency.setValueAtTime(660, start);
  tone.frequency.setValueAtTime(880, start + 0.1);
  tone.connect(gain).connect(audio.destination);
  tone.onended = () => void audio.close();
  tone.start(start);
  tone.stop(end);
}
