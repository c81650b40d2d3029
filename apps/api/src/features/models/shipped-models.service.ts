import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Injectable } from '@nestjs/common';
import type { Principal } from '../../platform/tenancy/principal.js';
import { ModelLibraryService } from './model-library.service.js';

const SHIPPED = fileURLToPath(new URL('../../../../../models', import.meta.url));

/** Puts the models that come with Touchstone into an organisation's library, published. Doing it again changes nothing. */
@Injectable()
export class ShippedModelsService {
  constructor(private readonly library: ModelLibraryService) {}

  async install(principal: Principal): Promise<string[]> {
    const files = (await readdir(SHIPPED)).filter((name) => name.endsWith('.yaml')).sort();
    const ids: string[] = [];
    for (const file of files) {
      const imported = await this.library.importModel(principal, await readFile(join(SHIPPED, file), 'utf8'));
      if (!imported.modelVersion) {
        const [first] = imported.problems;
        throw new Error(`The shipped model ${file} is not valid: line ${first?.line}: ${first?.message}`);
      }
      ids.push((await this.library.publish(principal, imported.modelVersion.id)).id);
    }
    return ids;
  }
}
