export { AuditModule } from './audit.module.js';
export { AuditEventsReadModel } from './audit-events.read-model.js';
