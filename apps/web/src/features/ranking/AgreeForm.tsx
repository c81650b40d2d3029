import { SegmentedControl, Textarea } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useTranslation } from 'react-i18next';
import { useAct } from '../../api/use-act.js';
import { Form } from '../../ui/Form.js';
import { useObjectForm } from '../../ui/use-object-form.js';
import { OrderList } from './OrderList.js';
import classes from './Ranking.module.css';
import { type RankedItem, type Result, type Round, titlesOf } from './ranking-words.js';
import { AgreeOnRankingDocument } from './ranking.generated.js';

type Side = 'leadersRank' | 'dataRank';

/** What a side does not rank comes last. */
const orderBy = (items: readonly RankedItem[], side: Side) =>
  items.toSorted((a, b) => (a[side] ?? Infinity) - (b[side] ?? Infinity)).map(({ id }) => id);

/** Writes down the order that the board settled on, and why. Kept: a later one stands beside it. */
export function AgreeForm({ round, result, onDone }: { round: Round; result: Result; onDone: () => void }) {
  const { t } = useTranslation('ranking');
  const [agree, busy] = useAct(AgreeOnRankingDocument, { refetch: ['RankingPage', 'RankingList'] });
  const last = round.agreements[0];
  const form = useForm({
    initialValues: { order: last ? [...last.order] : orderBy(result.items, 'leadersRank'), reason: '' },
    validate: { reason: (reason) => (last && !reason.trim() ? t('agreement.reasonAnew') : null) },
  });
  const { onSubmit, error, dialogs } = useObjectForm({
    form,
    version: round.version,
    save: ({ order, reason }, version) => agree({ id: round.id, version: version ?? round.version, order, reason }),
    busy,
    saved: t('agreement.saved'),
    onDone,
    own: 'ranking',
  });
  const titles = titlesOf(round);
  const order = form.values.order;
  const ranksOf = (id: string) => {
    const { leadersRank, dataRank } = result.items.find((item) => item.id === id) ?? {};
    return t('agreement.ranks', { leaders: leadersRank ?? '–', data: dataRank ?? '–' });
  };
  const begun = (['leadersRank', 'dataRank'] as const).find(
    (side) => orderBy(result.items, side).join() === order.join(),
  );
  return (
    <>
      <Form onSubmit={onSubmit} act={t('agreement.act')} busy={busy} error={error} onCancel={onDone}>
        <p className={classes.text}>{t('agreement.text')}</p>
        <SegmentedControl
          size="xs"
          aria-label={t('agreement.beginWith')}
          data={[
            { value: 'leadersRank', label: t('agreement.fromLeaders') },
            { value: 'dataRank', label: t('agreement.fromData') },
            ...(begun ? [] : [{ value: 'own', label: t('agreement.own') }]),
          ]}
          value={begun ?? 'own'}
          onChange={(side) => side !== 'own' && form.setFieldValue('order', orderBy(result.items, side as Side))}
        />
        <OrderList
          label={t('agreement.order')}
          order={order}
          items={new Map([...titles].map(([id, title]) => [id, { title, text: ranksOf(id) }]))}
          onChange={(next) => form.setFieldValue('order', next)}
        />
        <Textarea
          label={t('agreement.reason')}
          description={t('agreement.reasonHelp')}
          rows={4}
          maxLength={4000}
          {...form.getInputProps('reason')}
        />
      </Form>
      {dialogs}
    </>
  );
}
