import { expect, expectTypeOf, test } from 'vitest';
import { attendeeLens } from '../../shared/views/attendee.ts';
import type { CollectionLens, Lens } from '../../shared/views/lens.ts';
import { moderatorLens } from '../../shared/views/moderator.ts';
import type {
  AttendeeView,
  ModeratorView,
  PublicQuestion,
  PublicSession,
  StaffSession,
} from '../../shared/views/role-views.ts';
import { viewSchema } from '../../shared/views/view.ts';

test('[V1] a lens without a part of its view, or with rows that lack a field, does not compile', () => {
  type Collections = Lens<AttendeeView>['collections'];
  expectTypeOf<typeof attendeeLens.collections>().toExtend<Collections>();
  expectTypeOf<Omit<Collections, 'tallies'>>().not.toExtend<Collections>();
  expectTypeOf<CollectionLens<PublicSession>>().not.toExtend<
    Lens<ModeratorView>['collections']['sessions']
  >();
  expectTypeOf<Omit<StaffSession, 'cut'>>().not.toExtend<StaffSession>();
  expectTypeOf<'by' | 'asker' | 'texts'>().not.toExtend<keyof PublicQuestion>();
});

test('[V1] lenses make the parts of views that the wire knows, and no other', () => {
  const known = Object.keys(viewSchema.shape);
  for (const { singles, collections } of [attendeeLens, moderatorLens])
    for (const name of [...Object.keys(singles), ...Object.keys(collections)]) expect(known).toContain(name);
});
