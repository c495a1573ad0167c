import type {
  Counters,
  DisplayView,
  EventView,
  MeView,
  NoteView,
  OwnDisplayView,
  QuestionView,
  SessionView,
  StageView,
  View,
} from './view.ts';

/** What each role's view holds, of what the schema of views names. Lenses are typed by it: what is left out does not compile. */

/** All fields of a view's row but those that some roles alone are sent, each of them there. */
type Without<Row, Fields extends keyof Row> = Required<Omit<Row, Fields>>;
/** These fields of a view's row, each of them there. */
type With<Row, Fields extends keyof Row> = Required<Pick<Row, Fields>>;
/** The parts of a view, each of them there. */
type Parts<Names extends keyof View> = { readonly [Name in Names]: NonNullable<View[Name]> };
type ById<Row> = Readonly<Record<string, Row>>;

export type PublicEvent = Without<EventView, 'clockAhead' | 'filled' | 'door'>;
export type StaffEvent = Required<EventView> & { readonly counters: StaffCounters };

/** How many questions there are: for everybody, and for the staff of what a desk holds in part, too. */
type StaffCounters = Required<Counters>;

/** What of a session the staff alone is sent. */
type Internal =
  | 'toldStart'
  | 'toldEnd'
  | 'toldQaStart'
  | 'dueSince'
  | 'notYet'
  | 'cut'
  | 'note'
  | 'speakerSawAt';
export type PublicSession = Without<SessionView, Internal>;
export type StaffSession = Required<SessionView>;

/** What of a question its author alone is sent, and what of it the staff alone is. */
type OfAuthor = 'original' | 'why' | 'keptFor' | 'anonymous' | 'can';
type OfStaff =
  | Exclude<OfAuthor, 'original' | 'can'>
  | (
      | 'by'
      | 'asker'
      | 'texts'
      | 'reports'
      | 'hint'
      | 'screened'
      | 'taken'
      | 'banned'
      | 'newcomer'
      | 'merged'
      | 'prepared'
    );
export type PublicQuestion = Without<QuestionView, OfAuthor | OfStaff>;
export type OwnQuestion = PublicQuestion & With<QuestionView, OfAuthor>;
export type StaffQuestion = PublicQuestion & With<QuestionView, OfStaff>;

/** What everybody may know of the day. */
interface PublicView extends Parts<'stages' | 'posters' | 'polls' | 'tallies' | 'messages'> {
  readonly event: PublicEvent;
  readonly sessions: ById<PublicSession>;
  readonly questions: ById<PublicQuestion>;
}

export interface AttendeeView extends PublicView {
  readonly me: MeView;
}

export interface ModeratorView
  extends Omit<PublicView, 'event' | 'sessions' | 'questions' | 'tallies'>,
    Parts<'balance' | 'crew' | 'staff' | 'reports'> {
  readonly event: StaffEvent;
  readonly sessions: ById<StaffSession>;
  readonly questions: ById<StaffQuestion>;
  readonly tallies: ById<StaffCounters>;
  readonly displays: ById<Required<DisplayView>>;
  readonly me: MeView;
}

export interface OrganizerView extends ModeratorView, Parts<'invites'> {}

export interface SpeakerView extends Parts<'upNext' | 'messages'> {
  readonly event: PublicEvent;
  readonly session: PublicSession | null;
  readonly stage: StageView | null;
  readonly note: NoteView | null;
  readonly sessions: ById<PublicSession>;
  readonly questions: ById<PublicQuestion>;
  readonly me: MeView;
}

export interface ProjectorView {
  readonly event: PublicEvent;
  readonly room: View['room'] & {};
  readonly stage: StageView | null;
  readonly question: View['question'] & {};
  readonly sessions: ById<PublicSession>;
  /** Of a display that says which one it is. */
  readonly display?: OwnDisplayView;
}
