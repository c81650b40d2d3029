import { useTranslation } from 'react-i18next';
import { Panel } from '../../ui/Panel.js';
import { PlainTable } from '../../ui/PlainTable.js';
import { StatusBadge } from '../../ui/StatusBadge.js';
import type { JourneyFilePreviewQuery } from './journey-files.generated.js';

type Touchpoint = JourneyFilePreviewQuery['journeyFilePreview']['touchpoints'][number];

/** Which touchpoints the library has already, and which it will get; with names that may mean the same. */
export function ImportMapTouchpoints({ touchpoints }: { touchpoints: Touchpoint[] }) {
  const { t } = useTranslation('journeys');
  const fresh = touchpoints.filter(({ known }) => !known).length;
  return (
    <Panel title={t('import.touchpoints', { count: touchpoints.length, fresh })}>
      <PlainTable
        label={t('column.touchpoints')}
        columns={[
          { key: 'name', title: t('import.touchpoint') },
          { key: 'library', title: t('import.library') },
          { key: 'channel', title: t('import.channel') },
          { key: 'owner', title: t('import.owner') },
        ]}
        rows={touchpoints.map((touchpoint) => ({
          key: touchpoint.name,
          cells: [
            touchpoint.name,
            <span key="library">
              <StatusBadge tone={touchpoint.known ? 'good' : touchpoint.near.length > 0 ? 'warn' : 'active'}>
                {t(touchpoint.known ? 'import.known' : 'import.new')}
              </StatusBadge>{' '}
              {touchpoint.near.length > 0 && t('import.near', { names: touchpoint.near.join(', ') })}
            </span>,
            t(`channel.${touchpoint.channel.toLowerCase() as 'app'}`),
            touchpoint.known
              ? t('import.asItIs')
              : touchpoint.teamUnknown
                ? t('import.teamUnknown', { team: touchpoint.accountable ?? '' })
                : (touchpoint.accountable ?? t('touchpoint.noTeam')),
          ],
        }))}
      />
    </Panel>
  );
}
