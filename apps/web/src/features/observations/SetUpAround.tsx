import { useQuery } from '@apollo/client/react';
import { Checkbox, NativeSelect, Stack, TagsInput, TextInput } from '@mantine/core';
import { JOURNEY_TEMPLATES, templateText } from '@touchstone/domain';
import { useTranslation } from 'react-i18next';
import { CHANNELS } from '../touchpoints/index.js';
import type { Around } from './new-metrics.js';
import own from './Observations.module.css';
import { SetUpChoicesDocument } from './observations.generated.js';

/** What the new metrics share: who owns them, and the map on which their touchpoints stand. */
export function SetUpAround({ around, onChange }: { around: Around; onChange: (around: Around) => void }) {
  const { t, i18n } = useTranslation(['observations', 'touchpoints']);
  const { data } = useQuery(SetUpChoicesDocument);
  const teams = data?.teams.edges.map(({ node }) => ({ value: node.id, label: node.name })) ?? [];
  const journeys = data?.journeys.edges.map(({ node }) => ({ value: node.id, label: node.name })) ?? [];
  const fromTemplate = (id: string) => {
    const template = JOURNEY_TEMPLATES.find((each) => each.id === id);
    if (template) onChange({ ...around, stages: template.stages.map(({ name }) => templateText(name, i18n.language)) });
  };
  return (
    <Stack>
      <div className={own.fields}>
        <NativeSelect
          label={t('make.team')}
          description={t('make.teamHelp')}
          data={[{ value: '', label: t('make.noTeam') }, ...teams]}
          value={around.teamId}
          onChange={(event) => onChange({ ...around, teamId: event.currentTarget.value })}
        />
      </div>
      <Checkbox
        label={t('make.withTouchpoints')}
        description={t('make.withTouchpointsHelp')}
        checked={around.withTouchpoints}
        onChange={(event) => onChange({ ...around, withTouchpoints: event.currentTarget.checked })}
      />
      {around.withTouchpoints && (
        <fieldset className={own.group}>
          <legend className="ts-visually-hidden">{t('make.map')}</legend>
          <div className={own.fields}>
            <NativeSelect
              label={t('make.journey')}
              data={[{ value: '', label: t('make.newJourney') }, ...journeys]}
              value={around.journeyId}
              onChange={(event) => onChange({ ...around, journeyId: event.currentTarget.value, stages: [] })}
            />
            {around.journeyId === '' && (
              <TextInput
                label={t('make.journeyName')}
                placeholder={t('make.journeyExample')}
                maxLength={200}
                value={around.journeyName}
                onChange={(event) => onChange({ ...around, journeyName: event.currentTarget.value })}
              />
            )}
            <NativeSelect
              label={t('make.channel')}
              data={CHANNELS.map((value) => ({ value, label: t(`touchpoints:channel.${value}`) }))}
              value={around.channel}
              onChange={(event) => {
                const channel = CHANNELS.find((each) => each === event.currentTarget.value);
                if (channel) onChange({ ...around, channel });
              }}
            />
            {around.journeyId === '' && (
              <NativeSelect
                label={t('make.template')}
                data={[
                  { value: '', label: t('make.noTemplate') },
                  ...JOURNEY_TEMPLATES.map(({ id, name }) => ({ value: id, label: templateText(name, i18n.language) })),
                ]}
                defaultValue=""
                onChange={(event) => fromTemplate(event.currentTarget.value)}
              />
            )}
          </div>
          {around.journeyId === '' && (
            <TagsInput
              mt="md"
              label={t('make.stages')}
              description={t('make.stagesHelp')}
              value={[...around.stages]}
              onChange={(stages) => onChange({ ...around, stages })}
              splitChars={[',', '，', ';', '；', '\n']}
              maxTags={30}
            />
          )}
        </fieldset>
      )}
    </Stack>
  );
}
