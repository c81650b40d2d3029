import { Group, TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useFormats } from '../../i18n/format.js';
import { FilterSelect } from '../../ui/FilterSelect.js';
import classes from './Portfolio.module.css';
import type { PortfolioQuery } from './portfolio.generated.js';
import type { PortfolioSearch } from './routes.js';

type Choices = PortfolioQuery['portfolio']['choices'];

interface PortfolioFiltersProps {
  search: PortfolioSearch;
  choices: Choices | undefined;
  onChange: (next: PortfolioSearch) => void;
}

const KINDS = [
  ['goal', 'goals'],
  ['team', 'teams'],
  ['sponsor', 'sponsors'],
] as const;

export function PortfolioFilters({ search, choices, onChange }: PortfolioFiltersProps) {
  const { t } = useTranslation('portfolio');
  return (
    <>
      <Group gap="xs" my="xs" align="end" className="ts-no-print">
        {KINDS.map(([kind, all]) => (
          <FilterSelect
            key={kind}
            label={t(`filter.${kind}`)}
            any={t(`filter.any.${kind}`)}
            choices={(choices?.[all] ?? []).map(({ id, name }) => ({ value: id, label: name }))}
            value={search[kind]}
            onChange={(value) => onChange({ [kind]: value })}
            searchable
          />
        ))}
        {(['from', 'to'] as const).map((end) => (
          <TextInput
            key={end}
            type="date"
            size="xs"
            label={t(`filter.${end}`)}
            value={search[end] ?? ''}
            onChange={(event) => onChange({ [end]: event.currentTarget.value || undefined })}
          />
        ))}
      </Group>
      <Narrowed search={search} choices={choices} />
    </>
  );
}

/** On paper there are no fields: what was left out is said in words. */
function Narrowed({ search, choices }: Omit<PortfolioFiltersProps, 'onChange'>) {
  const { t } = useTranslation('portfolio');
  const formats = useFormats();
  const parts = [
    ...KINDS.flatMap(([kind, all]) => {
      const found = choices?.[all].find(({ id }) => id === search[kind]);
      return found ? [`${t(`filter.${kind}`)}: ${found.name}`] : [];
    }),
    ...(['from', 'to'] as const).flatMap((end) => {
      const day = search[end];
      return day ? [`${t(`filter.${end}`)}: ${formats.date(day)}`] : [];
    }),
  ];
  return parts.length > 0 && <p className={classes.onPaper}>{t('narrowed', { to: parts.join(' · ') })}</p>;
}
