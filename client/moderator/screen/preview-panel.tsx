import { useState } from 'react';
import type { QuestionView, StageView, View } from '../../../shared/views/view.ts';
import { Button } from '../../look/button.tsx';
import { catalogue } from '../../look/messages.ts';
import { Mirror } from '../../stage/mirror.tsx';
import { printedKey } from '../actions/printed-key.ts';
import { deskMessages } from '../messages/desk.en.ts';
import { DeskSection } from '../panels/desk-section.tsx';
import css from './preview-panel.module.css';
import { QuestionAsides } from './question-asides.tsx';
import { RoomFloat } from './room-float.tsx';
import { SceneButtons } from './scene-buttons.tsx';
import { ScenePick } from './scene-pick.tsx';
import { type PickedScene, showOf } from './scenes.ts';
import { ScreenWords } from './screen-words.tsx';
import { previewOf, scenePreview } from './stage-source.ts';

const say = catalogue(deskMessages);

interface PreviewProps {
  view: View;
  room: string;
  question: QuestionView | null;
  /** What was merged into it. */
  merged: readonly QuestionView[];
  /** It is being worded for the screen. */
  editing: boolean;
  /** Why nothing can be shown now; null where it can. */
  noShow: string | null;
  onEdit: () => void;
  /** Gives whether it was done. */
  onSave: (text: string) => Promise<boolean>;
  onCancel: () => void;
  onUnmerge: (question: QuestionView) => void;
  /** `title` is what the scene is called; gives whether it was done. */
  onShowScene: (show: StageView['show'], title: string) => Promise<boolean>;
}

/** Words for the screen while they are written, and of which question. */
interface ScreenDraft {
  question: string;
  text: string;
}

/** The row in focus exactly as the room would see it, or a scene that is picked; nothing airs by being looked at. */
export function PreviewPanel(props: PreviewProps) {
  const { view, room, question, merged, editing, noShow } = props;
  const [draft, setDraft] = useState<ScreenDraft | null>(null);
  const [picked, setPicked] = useState<PickedScene | null>(null);
  const show = picked && showOf(picked);
  const written = editing ? wordsFor(question, draft) : null;
  const source = picked ? show && scenePreview(view, room, show) : previewOf(view, room, question, written);
  const label = labelOf(picked, written, question);
  return (
    <DeskSection
      title={say('preview.title')}
      aside={
        <span className={css.tools}>
          <RoomFloat slug={view.event?.slug ?? ''} room={room} />
          <ScenePick view={view} onPick={setPicked} />
          <Button
            size="small"
            aria-keyshortcuts={printedKey('edit')}
            disabled={editing || question === null || picked !== null}
            onClick={props.onEdit}
          >
            {say('do.edit')}
            <kbd>{printedKey('edit')}</kbd>
          </Button>
        </span>
      }
      grows
    >
      {question !== null && editing && picked === null && (
        <ScreenWords
          key={question.id}
          question={question}
          onDraft={(text) => setDraft({ question: question.id, text })}
          onSave={props.onSave}
          onCancel={props.onCancel}
        />
      )}
      {picked?.scene === 'message' && (
        <MessageField text={picked.text} onText={(text) => setPicked({ scene: 'message', text })} />
      )}
      {picked !== null && (
        <div className={css.buttons}>
          <SceneButtons
            scene={picked.scene}
            show={show}
            noShow={noShow}
            onShow={props.onShowScene}
            onShown={() => setPicked((now) => (now === picked ? null : now))}
            onCancel={() => setPicked(null)}
          />
        </div>
      )}
      {source === null ? (
        <p className={css.none}>{picked === null ? say('preview.none') : say('preview.write')}</p>
      ) : (
        <div className={css.body}>
          <div className={css.space}>
            <div className={css.picture} data-scene-picked={picked !== null}>
              <Mirror source={source} label={say('preview.of', { label })} />
            </div>
          </div>
          {picked === null && question !== null && (
            <QuestionAsides question={question} merged={merged} onUnmerge={props.onUnmerge} />
          )}
        </div>
      )}
    </DeskSection>
  );
}

/** What a picture shows, for whoever cannot see it. */
function labelOf(picked: PickedScene | null, written: string | null, question: QuestionView | null): string {
  return picked ? say(`scenes.${picked.scene}`) : (written ?? question?.text ?? '');
}

/** What to tell the room. */
function MessageField({ text, onText }: { text: string; onText: (text: string) => void }) {
  return (
    <input
      dir="auto"
      className={css.message}
      aria-label={say('preview.message')}
      placeholder={say('preview.message')}
      maxLength={200}
      value={text}
      onChange={(event) => onText(event.currentTarget.value)}
    />
  );
}

/** The words being written for a question; null where there are none, or they are another question's. */
function wordsFor(question: QuestionView | null, draft: ScreenDraft | null): string | null {
  return draft !== null && draft.question === question?.id && draft.text.trim() !== '' ? draft.text : null;
}
