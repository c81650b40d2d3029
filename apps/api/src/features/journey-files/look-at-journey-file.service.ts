import { Injectable } from '@nestjs/common';
import { isJourneyFileError, type JourneyDocument, nearNames, sameName } from '@touchstone/domain';
import { UnitOfWork } from '../../platform/database/unit-of-work.js';
import { StoredFiles } from '../../platform/files/stored-files.js';
import { withSource } from '../../platform/tables/index.js';
import type { MemberPrincipal, Principal } from '../../platform/tenancy/principal.js';
import { journeyFileText } from './journey-file-text.js';
import type { JourneyFilePreviewType, JourneyFileTouchpointType } from './journey-file.type.js';
import { type ReadJourneyFile, readJourneyFile } from './read-journey-file.js';

interface Known {
  readonly touchpoints: readonly { name: string; channel: string }[];
  readonly teams: readonly string[];
  readonly nameTaken: boolean;
}

/** Looks at an uploaded map without keeping anything of it: what bringing it in would do. */
@Injectable()
export class LookAtJourneyFileService {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly files: StoredFiles,
  ) {}

  async preview(member: MemberPrincipal, fileId: string): Promise<JourneyFilePreviewType> {
    const { fileName, document, problems } = await this.read(member, fileId);
    const known = await this.known(member, document);
    const journey = document?.journey;
    return {
      fileId,
      fileName,
      name: journey?.name ?? fileName,
      nameTaken: known.nameTaken,
      state: (journey?.state ?? 'current') as JourneyFilePreviewType['state'],
      persona: journey?.persona ?? null,
      product: journey?.product ?? null,
      stages: (document?.stages ?? []).map(({ name, lifecycle, cells, touchpoints }) => ({
        name,
        lifecycle: lifecycle as JourneyFilePreviewType['stages'][number]['lifecycle'],
        cellCount: cells.length,
        touchpointCount: touchpoints.length,
      })),
      touchpoints: document ? touchpointsOf(document, known) : [],
      problems: problems.map((problem) => ({
        ...problem,
        isError: isJourneyFileError(problem),
        message: journeyFileText(problem, member.locale),
      })),
      importable: document !== null && !problems.some(isJourneyFileError),
    };
  }

  async read(principal: Principal, fileId: string): Promise<ReadJourneyFile & { fileName: string }> {
    const { file, content } = await this.files.open(principal, fileId);
    return withSource(content, async (source) => ({
      fileName: file.name,
      ...(await readJourneyFile(source, file.name)),
    }));
  }

  private async known(principal: Principal, document: JourneyDocument | null): Promise<Known> {
    const [row] = await this.unitOfWork.read(principal, ({ query, organizationId }) =>
      query<Known>(
        `SELECT (SELECT coalesce(json_agg(json_build_object('name', name, 'channel', channel)), '[]') FROM touchpoint
             WHERE organization_id = $1 AND archived_at IS NULL) AS touchpoints,
           (SELECT coalesce(json_agg(name), '[]') FROM team WHERE organization_id = $1 AND archived_at IS NULL) AS teams,
           EXISTS (SELECT FROM journey WHERE organization_id = $1 AND archived_at IS NULL AND lower(name) = lower($2)
             AND state = $3) AS "nameTaken"`,
        [organizationId, document?.journey.name ?? '', document?.journey.state ?? 'current'],
      ),
    );
    return row as Known;
  }
}

function touchpointsOf(document: JourneyDocument, { touchpoints, teams }: Known): JourneyFileTouchpointType[] {
  const library = new Map(touchpoints.map((each) => [sameName(each.name), each]));
  const teamNames = new Set(teams.map(sameName));
  return document.touchpoints.map(({ name, channel, accountable }) => {
    const known = library.get(sameName(name));
    return {
      name: known?.name ?? name,
      channel: (known?.channel ?? channel) as JourneyFileTouchpointType['channel'],
      known: known !== undefined,
      near: known ? [] : nearNames(name, touchpoints).map((each) => each.name),
      accountable: known ? null : accountable,
      teamUnknown: !known && accountable !== null && !teamNames.has(sameName(accountable)),
    };
  });
}
