import { Global, Module } from '@nestjs/common';
import { FileCleanUp } from './file-clean-up.js';
import { FilesController } from './files.controller.js';
import { PostgresStoredFiles } from './postgres-stored-files.js';
import { StoredFiles } from './stored-files.js';

@Global()
@Module({
  controllers: [FilesController],
  providers: [{ provide: StoredFiles, useClass: PostgresStoredFiles }, FileCleanUp],
  exports: [StoredFiles],
})
export class FilesModule {}
