import { registerEnumType } from '@nestjs/graphql';

export enum ExportKindEnum {
  RESULTS = 'results',
  ANSWERS = 'answers',
}
registerEnumType(ExportKindEnum, { name: 'ExportKind' });

export enum ExportFormatEnum {
  CSV = 'csv',
  XLSX = 'xlsx',
}
registerEnumType(ExportFormatEnum, { name: 'ExportFormat' });
