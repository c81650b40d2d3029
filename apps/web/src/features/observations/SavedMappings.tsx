import { useQuery } from '@apollo/client/react';
import { useAct } from '../../api/use-act.js';
import { SavedMappings as Saved } from '../../ui/file-import/SavedMappings.js';
import { type Mapping, type MappingInput, readMapping } from './mapping.js';
import { ArchiveMappingDocument, SavedMappingsDocument, SaveMappingDocument } from './observations.generated.js';

interface SavedMappingsProps {
  mapping: Mapping;
  input: MappingInput;
  onChoose: (mapping: Mapping) => void;
}

const refetch = ['SavedMappings'];

/** The mappings that are kept for files of observations. */
export function SavedMappings({ mapping, input, onChoose }: SavedMappingsProps) {
  const { data } = useQuery(SavedMappingsDocument);
  const [archive] = useAct(ArchiveMappingDocument, { refetch });
  const [save, saving] = useAct(SaveMappingDocument, { refetch });
  return (
    <Saved
      all={data?.observationMappings ?? []}
      input={input}
      toInput={kept}
      // The day of the last file is not that of this one.
      onChoose={(next) => onChoose({ ...readMapping(next), observedOn: mapping.observedOn })}
      save={async (asked) => {
        const { data: saved, error } = await save(asked);
        return { id: saved?.saveObservationMapping.id, error };
      }}
      saving={saving}
      archive={archive}
    />
  );
}

/** Sheet and header row belong to what is saved as well, and the page's mapping does not hold them. */
function kept(mapping: unknown): MappingInput {
  const { sheet, headerRow } = mapping as { sheet?: string | null; headerRow?: number | null };
  const { observedOn } = mapping as { observedOn?: string | null };
  const read = readMapping(mapping);
  return {
    shape: read.shape,
    identity: read.identity,
    columns: Object.entries(read.columns).map(([column, each]) => ({
      column: Number(column),
      target: each.target,
      metricId: each.metricId,
      dimension: each.dimension,
      unit: each.unit,
      words: each.words,
    })),
    metricId: read.metricId || null,
    metricValues: read.metricValues,
    observedOn,
    dateOrder: read.dateOrder || null,
    decimal: read.decimal,
    noValueWords: [...read.noValueWords],
    sheet,
    headerRow,
  };
}
