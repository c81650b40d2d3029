/** From the text of a model file to a `MaturityModel`, or to everything that is wrong with it. */
import { optionsOf } from './check-items.js';
import { checkMeaning } from './check-meaning.js';
import { checkStructure } from './check-structure.js';
import type { FileItem, FilePractice, MaturityModelFile } from './maturity-model.schema.js';
import type { LocalizedText, MaturityModel, ModelItem, ModelPractice } from './maturity-model.js';
import { modelProblem, type ModelProblem } from './model-problem.js';
import { readYaml } from './read-yaml.js';

export type ModelReading =
  | { readonly ok: true; readonly model: MaturityModel }
  | { readonly ok: false; readonly problems: readonly ModelProblem[] };

const MAX_PROBLEMS = 100;

/** In the order of the file, and no more than a person would read. */
function refusal(found: readonly ModelProblem[]): ModelReading {
  const sorted = [...found].sort((a, b) => a.line - b.line || a.column - b.column);
  const problems = sorted.slice(0, MAX_PROBLEMS);
  const rest = sorted[MAX_PROBLEMS];
  if (rest) problems.push(modelProblem('more-problems', rest, '', { count: sorted.length - MAX_PROBLEMS }));
  return { ok: false, problems };
}

/** The texts in the order in which the model declares its locales, so that equal models are equal as JSON. */
function inOrder(text: Record<string, string>, locales: readonly string[]): LocalizedText {
  return Object.fromEntries(locales.map((locale) => [locale, text[locale]!.trim()]));
}

function toItem(file: MaturityModelFile, item: FileItem, notApplicable: boolean): ModelItem {
  return {
    id: item.id,
    type: item.type,
    text: inOrder(item.text, file.locales),
    weight: item.weight ?? 1,
    notApplicableAllowed: item.notApplicable ?? notApplicable,
    options: optionsOf(file, item).map(({ value, label }) => ({ value, label: inOrder(label, file.locales) })),
    level: item.level ?? null,
    streamId: item.stream ?? null,
  };
}

/** A practice without items is answered by choosing its level. */
function levelItem(practice: FilePractice): FileItem {
  return { id: practice.id, type: 'level', text: practice.name };
}

function toPractice(file: MaturityModelFile, practice: FilePractice, inherited: boolean): ModelPractice {
  const notApplicable = practice.notApplicable ?? inherited;
  const items = practice.items ?? [levelItem(practice)];
  return {
    id: practice.id,
    name: inOrder(practice.name, file.locales),
    description: inOrder(practice.description, file.locales),
    weight: practice.weight ?? 1,
    prerequisites: (practice.prerequisites ?? []).map(({ practice: practiceId, level }) => ({ practiceId, level })),
    descriptors: Object.fromEntries(
      file.levels.map(({ value }) => [value, inOrder(practice.descriptors[String(value)]!, file.locales)]),
    ),
    streams: (practice.streams ?? []).map(({ id, name }) => ({ id, name: inOrder(name, file.locales) })),
    items: items.map((item) => toItem(file, item, notApplicable)),
  };
}

function toModel(file: MaturityModelFile): MaturityModel {
  const { locales } = file;
  return {
    id: file.id,
    version: file.version,
    locales,
    name: inOrder(file.name, locales),
    description: inOrder(file.description, locales),
    licence: file.licence,
    levels: file.levels.map(({ value, id, name, description }) => ({
      value,
      id,
      name: inOrder(name, locales),
      description: inOrder(description, locales),
    })),
    scoring: { method: file.scoring.method, satisfaction: file.scoring.satisfaction ?? 1 },
    dimensions: file.dimensions.map((dimension) => ({
      id: dimension.id,
      name: inOrder(dimension.name, locales),
      description: inOrder(dimension.description, locales),
      weight: dimension.weight ?? 1,
      practices: dimension.practices.map((practice) =>
        toPractice(file, practice, dimension.notApplicable ?? file.notApplicable ?? false),
      ),
    })),
  };
}

export function parseMaturityModel(source: string): ModelReading {
  const yaml = readYaml(source);
  if (!yaml.ok) return refusal(yaml.problems);
  const structure = checkStructure(yaml.value, yaml.source);
  if (structure.length > 0) return refusal(structure);
  // The schema has just proved this shape.
  const file = yaml.value as MaturityModelFile;
  const meaning = checkMeaning(file, yaml.source);
  return meaning.length > 0 ? refusal(meaning) : { ok: true, model: toModel(file) };
}

/** The model as it is stored: canonical JSON of the parsed model, equal for equal models. */
export function serialiseMaturityModel(model: MaturityModel): string {
  return JSON.stringify(model);
}
