export { useAuditText } from './audit-text.js';
export { changedFields } from './changed-fields.js';
