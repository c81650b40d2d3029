import { Button, SegmentedControl } from '@mantine/core';
import { useForm } from '@mantine/form';
import { IconArrowBackUp, IconPlus } from '@tabler/icons-react';
import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useAct } from '../../api/use-act.js';
import { useConfirm } from '../../ui/ConfirmDialog.js';
import { Form } from '../../ui/Form.js';
import { useObjectForm } from '../../ui/use-object-form.js';
import { CauseRow } from './CauseRow.js';
import { addBelow, addBeside, asText, type Causes, hasBelow, isChain, MOST, removed, written } from './cause-tree.js';
import type { OfPainPoint } from './pain-point-words.js';
import classes from './PainPoints.module.css';
import { ExplainPainPointDocument } from './pain-points.generated.js';

type Way = 'whys' | 'tree';

/** The whole tree is kept at once, in the version that was read; until then every change can be taken back. */
export function CauseEditor({ painPoint, onDone }: OfPainPoint & { onDone: () => void }) {
  const { t } = useTranslation('painPoints');
  const [explain, busy] = useAct(ExplainPainPointDocument);
  const [confirm, question] = useConfirm();
  const form = useForm<{ causes: Causes }>({
    initialValues: { causes: painPoint.causes.map((cause) => ({ ...cause, key: cause.id })) },
  });
  const { causes } = form.values;
  const [chosen, setWay] = useState<Way>(isChain(causes) ? 'whys' : 'tree');
  // What has branches is no chain, whatever was chosen.
  const chain = isChain(causes);
  const way = chain ? chosen : 'tree';
  const { past, keep, back } = useUndo();
  const list = useRef<HTMLUListElement>(null);
  const { onSubmit, error, dialogs } = useObjectForm({
    form,
    version: painPoint.version,
    save: (values, version) =>
      explain({
        id: painPoint.id,
        version: version ?? painPoint.version,
        // What was begun and left empty says nothing; it goes unless something explains it.
        causes: values.causes
          .filter(({ text }, index) => text.trim() !== '' || hasBelow(values.causes, index))
          .map(({ id, depth, text, evidence, root }) => ({ id, depth, text, evidence, root })),
      }),
    busy,
    fields: [{ key: 'causes', label: t('causes.title'), show: (value) => asText(value as Causes) }],
    saved: t('causes.saved'),
    onDone,
    own: 'painPoints',
  });
  /** A change of the tree's shape can be taken back; typing is taken back by the field itself. */
  const reshape = (next: Causes, focus?: string) => {
    if (next === causes) return;
    keep(causes);
    form.setFieldValue('causes', next);
    const added = next.find(({ key }) => !causes.some((cause) => cause.key === key));
    const key = added?.key ?? focus;
    if (key) requestAnimationFrame(() => list.current?.querySelector<HTMLElement>(`[data-cause="${key}"]`)?.focus());
  };
  const remove = async (index: number) => {
    const { text } = causes[index]!;
    const rest = removed(causes, index);
    const gone = causes.length - rest.length;
    const asked = { title: t('causes.removeTitle', { cause: text }), act: t('causes.remove') };
    if (gone > 1 && !(await confirm({ ...asked, consequence: t('causes.removeText', { count: gone - 1 }) }))) return;
    reshape(rest, (rest[index - 1] ?? rest[index])?.key);
  };
  const undo = () => {
    const last = back();
    // Only the shape goes back: what was written meanwhile stays.
    const now = new Map(causes.map((cause) => [cause.key, cause]));
    if (last)
      form.setFieldValue(
        'causes',
        last.map((cause) => ({ ...cause, ...now.get(cause.key), depth: cause.depth })),
      );
  };
  return (
    <>
      <Form onSubmit={onSubmit} act={t('causes.save')} busy={busy} error={error} onCancel={onDone}>
        <div className={classes.line}>
          <SegmentedControl
            size="xs"
            aria-label={t('causes.way')}
            data={[
              { value: 'whys', label: t('causes.whys'), disabled: !chain },
              { value: 'tree', label: t('causes.tree') },
            ]}
            value={way}
            onChange={(value) => setWay(value as Way)}
          />
          <Button
            size="xs"
            variant="default"
            leftSection={<IconArrowBackUp size={16} aria-hidden />}
            disabled={past === 0}
            onClick={undo}
          >
            {t('causes.undo')}
          </Button>
        </div>
        <p className={classes.quiet}>{t(way === 'whys' ? 'causes.whysHelp' : 'causes.treeHelp')}</p>
        {!chain && <p className={classes.quiet}>{t('causes.branches')}</p>}
        <ul className={classes.causes} ref={list}>
          {causes.map((cause, index) => (
            <CauseRow
              key={cause.key}
              causes={causes}
              index={index}
              tree={way === 'tree'}
              asked={index === 0 ? painPoint.title : (causes[index - 1]?.text ?? '')}
              onWrite={(change) => form.setFieldValue('causes', written(causes, index, change))}
              onShape={reshape}
              onRemove={() => void remove(index)}
            />
          ))}
        </ul>
        <div className={classes.acts}>
          {way === 'whys' && (
            <Button
              size="xs"
              variant="light"
              leftSection={<IconPlus size={16} aria-hidden />}
              onClick={() => reshape(causes.length === 0 ? addBeside(causes, 0) : addBelow(causes, causes.length - 1))}
            >
              {t('causes.nextWhy', { number: causes.length + 1 })}
            </Button>
          )}
          {way === 'tree' && (
            <Button
              size="xs"
              variant="light"
              leftSection={<IconPlus size={16} aria-hidden />}
              disabled={causes.length >= MOST}
              onClick={() => reshape(addBeside(causes, causes.length))}
            >
              {t('causes.addTop')}
            </Button>
          )}
        </div>
      </Form>
      {question}
      {dialogs}
    </>
  );
}

const KEPT = 50;

/** The last shapes of the tree, latest last. */
function useUndo() {
  const [stack, setStack] = useState<readonly Causes[]>([]);
  return {
    past: stack.length,
    keep: (causes: Causes) => setStack((last) => [...last.slice(1 - KEPT), causes]),
    back: (): Causes | undefined => {
      setStack((last) => last.slice(0, -1));
      return stack.at(-1);
    },
  };
}
