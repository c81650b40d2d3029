import { useForm } from '@mantine/form';
import { useTranslation } from 'react-i18next';
import { useAct } from '../../api/use-act.js';
import { useCan } from '../../session/session.js';
import { AppLink } from '../../ui/AppLink.js';
import { Form } from '../../ui/Form.js';
import { useObjectForm } from '../../ui/use-object-form.js';
import { PainPointField, PainPointsField } from '../choices/index.js';
import { type OfPainPoint, STALE } from './pain-point-words.js';
import classes from './PainPoints.module.css';
import { GatherPainPointsDocument, JoinCommonPainPointDocument } from './pain-points.generated.js';

/** Puts a single pain point under one that several journeys share, or takes it out again. */
export function JoinForm({ painPoint, onDone }: OfPainPoint & { onDone: () => void }) {
  const { t } = useTranslation('painPoints');
  const mayCreate = useCan()('create', 'PainPoint');
  const [join, busy] = useAct(JoinCommonPainPointDocument, { refetch: STALE });
  const form = useForm({ initialValues: { commonId: painPoint.common?.id ?? '' } });
  const { onSubmit, error, dialogs } = useObjectForm({
    form,
    version: painPoint.version,
    save: ({ commonId }, version) =>
      join({ id: painPoint.id, version: version ?? painPoint.version, commonId: commonId || null }),
    busy,
    saved: t('form.saved'),
    onDone,
    own: 'painPoints',
  });
  return (
    <>
      <Form onSubmit={onSubmit} act={t('form.save')} busy={busy} error={error} onCancel={onDone}>
        <PainPointField
          label={t('gather.common')}
          description={t('gather.commonHelp')}
          kind="COMMON"
          known={painPoint.common ?? undefined}
          {...form.getInputProps('commonId')}
        />
        {mayCreate && (
          <p className={classes.quiet}>
            {t('gather.noneFits')}{' '}
            <AppLink to="/pain-points" search={{ add: true }} size="sm" underline="always">
              {t('gather.makeOne')}
            </AppLink>
          </p>
        )}
      </Form>
      {dialogs}
    </>
  );
}

/** Which single pain points a common one gathers: exactly these from now on. */
export function GatherForm({ painPoint, onDone }: OfPainPoint & { onDone: () => void }) {
  const { t } = useTranslation('painPoints');
  const [gather, busy] = useAct(GatherPainPointsDocument, { refetch: STALE });
  const form = useForm({ initialValues: { painPointIds: painPoint.gathered.map(({ id }) => id) } });
  const { onSubmit, error, dialogs } = useObjectForm({
    form,
    version: painPoint.version,
    save: ({ painPointIds }, version) =>
      gather({ id: painPoint.id, version: version ?? painPoint.version, painPointIds }),
    busy,
    saved: t('form.saved'),
    onDone,
    own: 'painPoints',
  });
  return (
    <>
      <Form onSubmit={onSubmit} act={t('form.save')} busy={busy} error={error} onCancel={onDone}>
        <PainPointsField
          label={t('gather.members')}
          description={t('gather.membersHelp')}
          kind="SINGLE"
          known={painPoint.gathered}
          {...form.getInputProps('painPointIds')}
        />
      </Form>
      {dialogs}
    </>
  );
}
