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
          [t('column.sequence'), number(event.sequence)],
          [t('column.when'), dateTime(event.occurredAt)],
          [t('column.who'), text.actor(event.actorKind, event.actorName)],
          [t('column.object'), text.kind(event.objectKind)],
          ...(event.objectId
            ? ([
                [
                  t('objectId'),
                  <span key="id">
                    <Code>{event.objectId}</Code>{' '}
                    <AppLink to="/admin/audit" search={{ object: event.objectId }} size="sm">
                      {t('sameObject')}
                    </AppLink>
                  </span>,
                ],
              ] as const)
            : []),
          ...facts.map((field) => [field.field, <Code key={field.field}>{field.after}</Code>] as const),
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
      <Facts facts={[[t('hash'), <Code key="hash">{event.hash}</Code>]]} />
    </Stack>
  );
}
