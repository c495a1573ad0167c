import { useState } from 'react';
import type { QuestionView, StageView, View } from '../../../shared/views/view.ts';
import { Button } from '../../look/button.tsx';
import { catalogue } from '../../look/messages.ts';
import { deskMessages } from '../messages/desk.en.ts';
import { DeskSection } from '../panels/desk-section.tsx';
import { Mirror } from './mirror.tsx';
import css from './preview-panel.module.css';
import { type PickedScene, type SceneName, scenesFor, showOf } from './scenes.ts';
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

/** The row in focus exactly as the room would see it, or a scene that is picked; nothing airs by being looked at. */
export function PreviewPanel(props: PreviewProps) {
  const { view, room, question, merged, editing, noShow } = props;
  const [draft, setDraft] = useState<{ question: string; text: string } | null>(null);
  const [picked, setPicked] = useState<PickedScene | null>(null);
  const show = picked && showOf(picked);
  const written =
    editing && draft?.question === question?.id && draft?.text.trim() !== '' ? (draft?.text ?? null) : null;
  const source = show ? scenePreview(view, room, show) : previewOf(view, room, question, written);
  const label = picked ? say(`scenes.${picked.scene}`) : (written ?? question?.text ?? '');
  const off = noShow ?? (picked && show === null ? say('preview.write') : null);
  return (
    <DeskSection
      title={say('preview.title')}
      aside={<ScenePick view={view} picked={picked} onPick={setPicked} />}
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
        <input
          dir="auto"
          className={css.message}
          aria-label={say('preview.message')}
          placeholder={say('preview.message')}
          maxLength={200}
          value={picked.text}
          onChange={(event) => setPicked({ scene: 'message', text: event.currentTarget.value })}
        />
      )}
      {source === null ? (
        <p className={css.none}>{say('preview.none')}</p>
      ) : (
        <div className={css.body}>
          <div className={css.picture}>
            <Mirror source={source} label={`${say('preview.title')}: ${label}`} />
          </div>
          <div className={css.beside}>
            {picked === null && question !== null && (
              <Words question={question} merged={merged} onUnmerge={props.onUnmerge} />
            )}
            <div className={css.buttons}>
              {picked === null ? (
                <Button
                  size="small"
                  kind="quiet"
                  aria-keyshortcuts="E"
                  disabled={editing}
                  onClick={props.onEdit}
                >
                  {say('do.edit')}
                  <kbd>E</kbd>
                </Button>
              ) : (
                <>
                  <Button
                    size="small"
                    kind="live"
                    aria-disabled={off !== null || undefined}
                    title={off ?? undefined}
                    onClick={() => {
                      if (off !== null || show === null) return;
                      void props
                        .onShowScene(show, say(`scenes.${picked.scene}`))
                        .then((done) => done && setPicked((now) => (now === picked ? null : now)));
                    }}
                  >
                    {say('preview.showScene')}
                  </Button>
                  <Button size="small" onClick={() => setPicked(null)}>
                    {say('do.cancel')}
                  </Button>
                </>
              )}
            </div>
          </div>
        </div>
      )}
    </DeskSection>
  );
}

function ScenePick({
  view,
  picked,
  onPick,
}: {
  view: View;
  picked: PickedScene | null;
  onPick: (picked: PickedScene | null) => void;
}) {
  const names = scenesFor(view);
  return (
    <select
      className={css.pick}
      aria-label={say('preview.pick')}
      value={picked?.scene ?? ''}
      onChange={({ currentTarget: { value } }) => {
        const scene = names.find((name: SceneName) => name === value);
        onPick(scene ? { scene, text: '' } : null);
      }}
    >
      <option value="">{say('preview.row')}</option>
      {names.map((name) => (
        <option key={name} value={name}>
          {say('preview.scene', { scene: say(`scenes.${name}`) })}
        </option>
      ))}
    </select>
  );
}

/** The author's own words where the screen has others, and what was merged into the question. */
function Words({
  question,
  merged,
  onUnmerge,
}: {
  question: QuestionView;
  merged: readonly QuestionView[];
  onUnmerge: (question: QuestionView) => void;
}) {
  return (
    <div className={css.words}>
      {question.texts?.screen != null && question.texts.original !== null && (
        <p className={css.original} dir="auto">
          {say('preview.original', { text: question.texts.original })}
        </p>
      )}
      {question.reply !== null && (
        <p className={css.original} dir="auto">
          {say('preview.reply', { text: question.reply })}
        </p>
      )}
      {merged.length > 0 && (
        <ul className={css.merged} aria-label={say('preview.merged')}>
          {merged.map((other) => (
            <li key={other.id}>
              <span dir="auto">{other.text ?? say('row.erased')}</span>
              <Button size="small" onClick={() => onUnmerge(other)}>
                {say('do.unmerge')}
              </Button>
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}
