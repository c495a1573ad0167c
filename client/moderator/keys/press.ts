/** The parts of a keyboard event that decide. */
export interface Press {
  key: string;
  code: string;
  repeat: boolean;
  ctrl: boolean;
  alt: boolean;
  meta: boolean;
  shift: boolean;
  /** AltGr writes signs on many layouts; browsers report it as Ctrl and Alt, too. */
  altGraph: boolean;
  /** Whether it was typed into something that takes text, or into an open menu. */
  inField: boolean;
}
