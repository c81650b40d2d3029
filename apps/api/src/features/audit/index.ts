export { AuditModule } from './audit.module.js';
export { EditType } from './edit.type.js';
export { AuditEventsReadModel } from './audit-events.read-model.js';
