import type { View } from '../../../shared/views/view.ts';
import { catalogue } from '../../look/messages.ts';
import { usePageTitle } from '../../look/page-title.ts';
import { deskMessages } from '../messages/desk.en.ts';
import type { DeskForm } from './desk-form.ts';

const say = catalogue(deskMessages);

/** Names a desk in its tab: how many questions are to be reviewed, then the form, the room and the event. */
export function useDeskTitle(form: DeskForm, view: View, room: string, count: number): void {
  const title = say(`page.${form}`);
  usePageTitle(
    count > 0 ? say('desk.count', { count, title }) : title,
    view.event?.rooms.find(({ id }) => id === room)?.name,
    view.event?.title,
  );
}
