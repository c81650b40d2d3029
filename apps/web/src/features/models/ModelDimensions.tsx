import { Button } from '@mantine/core';
import { getRouteApi } from '@tanstack/react-router';
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormats } from '../../i18n/format.js';
import { pickText } from '../../i18n/localized-text.js';
import classes from './ModelDimensions.module.css';
import { PracticeCard } from './PracticeCard.js';
import { usePrinting } from '../../ui/use-printing.js';
import { practiceNames, type ReadModel } from './read-model.js';

const route = getRouteApi('/app/models/$modelVersionId');

/** Dimensions with their practices folded, a contents list beside them; an address may name the practice to open. */
export function ModelDimensions({ model, locale }: { model: ReadModel; locale: string }) {
  const { t } = useTranslation('models');
  const { number } = useFormats();
  const { practice: asked } = route.useSearch();
  const names = useMemo(() => practiceNames(model), [model]);
  const [open, setOpen] = useState<ReadonlySet<string>>(() => new Set(asked ? [asked] : []));
  const weighted = new Set(model.dimensions.map(({ weight }) => weight)).size > 1;
  const printing = usePrinting();
  const toggle = (id: string, opened: boolean) =>
    setOpen((last) => {
      if (last.has(id) === opened) return last;
      const next = new Set(last);
      if (opened) next.add(id);
      else next.delete(id);
      return next;
    });

  return (
    <div className={classes.layout}>
      <nav className={`${classes.contents} ts-no-print`} aria-label={t('reader.contents')}>
        <ol>
          {model.dimensions.map((dimension) => (
            <li key={dimension.id}>
              <a href={`#dimension-${dimension.id}`}>{pickText(dimension.name, locale)}</a>
              <ol>
                {dimension.practices.map((practice) => (
                  <li key={practice.id}>
                    <a href={`#practice-${practice.id}`} onClick={() => toggle(practice.id, true)}>
                      {pickText(practice.name, locale)}
                    </a>
                  </li>
                ))}
              </ol>
            </li>
          ))}
        </ol>
      </nav>
      <div className={classes.dimensions}>
        <div className={`${classes.folds} ts-no-print`}>
          <Button variant="subtle" size="xs" onClick={() => setOpen(new Set(names.keys()))}>
            {t('reader.showAll')}
          </Button>
          <Button variant="subtle" size="xs" onClick={() => setOpen(new Set())}>
            {t('reader.hideAll')}
          </Button>
        </div>
        {model.dimensions.map((dimension) => (
          <section key={dimension.id} id={`dimension-${dimension.id}`} className={classes.dimension}>
            <h2 className={classes.name}>{pickText(dimension.name, locale)}</h2>
            <p className={classes.about}>{pickText(dimension.description, locale)}</p>
            {weighted && (
              <p className={classes.quiet} title={t('reader.weightHelp')}>
                {t('reader.weight', { weight: number(dimension.weight) })}
              </p>
            )}
            {dimension.practices.map((practice) => (
              <PracticeCard
                key={practice.id}
                practice={practice}
                levels={model.levels}
                names={names}
                weighted={new Set(dimension.practices.map(({ weight }) => weight)).size > 1}
                locale={locale}
                opened={printing || open.has(practice.id)}
                onToggle={(opened) => !printing && toggle(practice.id, opened)}
              />
            ))}
          </section>
        ))}
      </div>
    </div>
  );
}
