export { EditPages } from './EditPages.js';
export { useAuditText } from './audit-text.js';
export { changedFields } from './changed-fields.js';
export { HistoryDisclosure } from './HistoryDisclosure.js';
export { ObjectHistory } from './ObjectHistory.js';
