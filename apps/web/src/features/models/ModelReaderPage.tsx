import { useQuery } from '@apollo/client/react';
import { SegmentedControl, Skeleton } from '@mantine/core';
import { getRouteApi } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { useFormats } from '../../i18n/format.js';
import { pickText } from '../../i18n/localized-text.js';
import { AppLink } from '../../ui/AppLink.js';
import { ErrorState } from '../../ui/ErrorState.js';
import { PageHeader } from '../../ui/PageHeader.js';
import { ModelActs } from './ModelActs.js';
import { ModelDimensions } from './ModelDimensions.js';
import { ModelOverview } from './ModelOverview.js';
import classes from './ModelReaderPage.module.css';
import { ModelStateBadge } from './ModelStateBadge.js';
import { ModelReaderDocument } from './models.generated.js';
import { readingLocale } from './reading-locale.js';
import { languageName } from './use-language-names.js';

const route = getRouteApi('/app/models/$modelVersionId');

/** A model to read: what each level looks like, practice by practice, in any language it is written in. */
export default function ModelReaderPage() {
  const { t, i18n } = useTranslation('models');
  const formats = useFormats();
  const { modelVersionId } = route.useParams();
  const { lang } = route.useSearch();
  const navigate = route.useNavigate();
  const { data, error, refetch } = useQuery(ModelReaderDocument, { variables: { id: modelVersionId } });
  const model = data?.maturityModelVersion;
  if (error && !model) return <ErrorState error={error} onRetry={() => void refetch()} />;
  if (!model) return <Skeleton height={480} />;

  const locale = readingLocale(model.locales, lang, i18n.language);
  return (
    <>
      <PageHeader
        above={<AppLink to="/models">{t('reader.back')}</AppLink>}
        title={pickText(model.name, locale)}
        status={<ModelStateBadge state={model.state} />}
        owner={t('library.version', { version: model.version })}
        period={model.publishedAt && t('library.publishedOn', { date: formats.date(model.publishedAt) })}
        actions={<ModelActs model={model} />}
      />
      <div className={classes.page}>
        {model.locales.length > 1 && (
          <SegmentedControl
            className="ts-no-print"
            aria-label={t('reader.language')}
            size="xs"
            value={locale}
            onChange={(next) => void navigate({ to: '.', search: (last) => ({ ...last, lang: next }), replace: true })}
            data={model.locales.map((tag) => ({ value: tag, label: languageName(tag) }))}
          />
        )}
        <div lang={locale} className={classes.model}>
          <ModelOverview model={model} locale={locale} />
          <ModelDimensions model={model} locale={locale} />
        </div>
      </div>
    </>
  );
}
