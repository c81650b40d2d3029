import { TouchpointEntity } from './touchpoint.entity.js';

export { TouchpointsModule } from './touchpoints.module.js';
export { spoken, TouchpointService } from './touchpoint.service.js';
export { TouchpointsReadModel } from './touchpoints.read-model.js';
export { sendCsv } from './touchpoints-file.controller.js';
export { todayOf } from './organization-today.js';
export { TouchpointType } from './touchpoint.type.js';
export { ChannelEnum, ExistenceEnum, ResponsibilityEnum } from './touchpoint.enums.js';
export { TouchpointInput } from './touchpoint.input.js';
export { TouchpointEntity };
export const touchpointEntities = [TouchpointEntity];
