/**
 * What came of sending a question: the status it got, or that it was refused, or is held back by slow mode and sent by
 * itself (it stays among the outgoing then).
 */
export type Sent = { id: string; status: string | null; paused: boolean };
