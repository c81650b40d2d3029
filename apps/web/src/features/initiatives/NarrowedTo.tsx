import { useQuery } from '@apollo/client/react';
import { Button, Group } from '@mantine/core';
import { IconX } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { useFormats } from '../../i18n/format.js';
import { usePeopleChoices } from '../people/index.js';
import classes from './Initiatives.module.css';
import { NarrowingGoalsDocument } from './initiatives.generated.js';
import { NARROWINGS } from './narrowing.js';
import type { InitiativesNarrowing } from './routes.js';

interface NarrowedToProps {
  search: InitiativesNarrowing;
  onChange: (next: InitiativesNarrowing) => void;
}

/** What the list was narrowed down to by a figure of the portfolio; each can be taken away. */
export function NarrowedTo({ search, onChange }: NarrowedToProps) {
  const { t } = useTranslation('initiatives');
  const formats = useFormats();
  const textOf = (name: keyof InitiativesNarrowing) => {
    switch (name) {
      case 'outcome':
        return search.outcome && t(`outcome.${search.outcome}`);
      case 'mark':
        return search.mark && t(`mark.${search.mark}`);
      case 'lateBy':
        return search.lateBy && t(`lateBy.${search.lateBy}`);
      case 'value':
        return search.value && t('narrowed.value', { value: search.value });
      case 'effort':
        return search.effort && t('narrowed.effort', { effort: search.effort });
      case 'launchedFrom':
        return search.launchedFrom && t('narrowed.launchedFrom', { day: formats.date(search.launchedFrom) });
      case 'launchedTo':
        return search.launchedTo && t('narrowed.launchedTo', { day: formats.date(search.launchedTo) });
      case 'unestimated':
      case 'launched':
        return search[name] && t(`narrowed.${name}`);
      case 'sponsor':
        return search.sponsor && <SponsorName id={search.sponsor} />;
      case 'goal':
        return search.goal && <GoalName id={search.goal} />;
    }
  };
  return (
    <Group gap="xs" role="group" aria-label={t('narrowed.label')}>
      <span className={classes.quiet}>{t('narrowed.label')}</span>
      {NARROWINGS.map((name) => {
        const text = textOf(name);
        return (
          text && (
            <Button
              key={name}
              size="compact-xs"
              variant="light"
              rightSection={<IconX size={12} aria-hidden />}
              onClick={() => onChange({ [name]: undefined })}
            >
              <span className="ts-visually-hidden">{t('narrowed.remove')} </span>
              {text}
            </Button>
          )
        );
      })}
    </Group>
  );
}

function SponsorName({ id }: { id: string }) {
  const { t } = useTranslation('initiatives');
  const people = usePeopleChoices();
  return t('narrowed.sponsor', { name: people.find(({ value }) => value === id)?.label ?? '…' });
}

function GoalName({ id }: { id: string }) {
  const { t } = useTranslation('initiatives');
  const { data } = useQuery(NarrowingGoalsDocument);
  return t('narrowed.goal', { name: data?.goalCascade.goals.find((goal) => goal.id === id)?.name ?? '…' });
}
