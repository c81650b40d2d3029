import { Code, Stack, Table } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useFormats } from '../../i18n/format.js';
import { AppLink } from '../../ui/AppLink.js';
import { Facts } from '../../ui/Facts.js';
import type { AuditEvent } from './AuditPage.js';
import { useAuditText } from './audit-text.js';
import { changedFields } from './changed-fields.js';

export function EventDetails({ event }: { event: AuditEvent }) {
  const { t } = useTranslation('audit');
  const { dateTime, number } = useFormats();
  const text = useAuditText();
  const fields = changedFields(event.changes);
  const changed = fields.filter((field) => !field.fact);
  const facts = fields.filter((field) => field.fact);
  return (
    <Stack>
      <Facts
        facts={[
          { name: t('column.sequence'), value: number(event.sequence) },
          { name: t('column.when'), value: dateTime(event.occurredAt) },
          { name: t('column.who'), value: text.actor(event.actorKind, event.actorName) },
          { name: t('column.object'), value: text.kind(event.objectKind) },
          ...(event.objectId
            ? [
                {
                  name: t('objectId'),
                  value: (
                    <>
                      <Code>{event.objectId}</Code>{' '}
                      <AppLink to="/admin/audit" search={{ object: event.objectId }} size="sm">
                        {t('sameObject')}
                      </AppLink>
                    </>
                  ),
                },
              ]
            : []),
          ...facts.map((field) => ({ name: field.field, value: <Code>{field.after}</Code> })),
        ]}
      />
      {changed.length > 0 && (
        <Table.ScrollContainer minWidth={360}>
          <Table aria-label={t('changes')}>
            <Table.Thead>
              <Table.Tr>
                <Table.Th>{t('field')}</Table.Th>
                <Table.Th>{t('before')}</Table.Th>
                <Table.Th>{t('after')}</Table.Th>
              </Table.Tr>
            </Table.Thead>
            <Table.Tbody>
              {changed.map((field) => (
                <Table.Tr key={field.field}>
                  <Table.Th scope="row">
                    <Code>{field.field}</Code>
                  </Table.Th>
                  <Table.Td>{field.before || t('nothing')}</Table.Td>
                  <Table.Td>{field.after || t('nothing')}</Table.Td>
                </Table.Tr>
              ))}
            </Table.Tbody>
          </Table>
        </Table.ScrollContainer>
      )}
      {fields.length === 0 && <p>{t('noChanges')}</p>}
      <Facts facts={[{ name: t('hash'), value: <Code>{event.hash}</Code> }]} />
    </Stack>
  );
}
