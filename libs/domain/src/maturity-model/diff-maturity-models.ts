/** What differs between two versions of a model, node by node, told apart by whether it touches scores or only words. */
import type {
  AnswerOption,
  LocalizedText,
  MaturityLevel,
  MaturityModel,
  ModelDimension,
  ModelItem,
  ModelPractice,
  PracticeStream,
} from './maturity-model.js';

export type ModelNodeKind = 'model' | 'level' | 'dimension' | 'practice' | 'stream' | 'item' | 'answer';

export interface ModelChange {
  readonly change: 'added' | 'removed' | 'changed';
  readonly node: ModelNodeKind;
  /** The node's id; for an answer its value. */
  readonly id: string;
  /** The ids of what the node lies in, outermost first (of the older model, unless the node is new). */
  readonly within: readonly string[];
  /** What changed, as in `weight`, `name.en` or `descriptors.3.zh-CN`; null for an added or removed node. */
  readonly field: string | null;
  readonly before: string | number | boolean | null;
  readonly after: string | number | boolean | null;
  /** Whether the same answers may now give another score, or answers be missing or left over; false for wording. */
  readonly affectsScores: boolean;
}

type Value = string | number | boolean | null;
type Fields = ReadonlyMap<string, { value: Value; affectsScores: boolean }>;

interface Node {
  readonly kind: ModelNodeKind;
  readonly id: string;
  readonly within: readonly string[];
  readonly fields: Fields;
  readonly affectsScores: boolean;
}

class FieldList {
  readonly fields = new Map<string, { value: Value; affectsScores: boolean }>();

  text(name: string, text: LocalizedText): this {
    for (const [locale, value] of Object.entries(text)) {
      this.fields.set(`${name}.${locale}`, { value, affectsScores: false });
    }
    return this;
  }

  rule(name: string, value: Value): this {
    this.fields.set(name, { value, affectsScores: true });
    return this;
  }

  note(name: string, value: Value): this {
    this.fields.set(name, { value, affectsScores: false });
    return this;
  }
}

function levelNode(level: MaturityLevel): Node {
  const { fields } = new FieldList()
    .rule('value', level.value)
    .text('name', level.name)
    .text('description', level.description);
  return { kind: 'level', id: level.id, within: [], fields, affectsScores: true };
}

function streamNode(stream: PracticeStream, within: readonly string[]): Node {
  const { fields } = new FieldList().text('name', stream.name);
  return { kind: 'stream', id: stream.id, within, fields, affectsScores: true };
}

function answerNode(option: AnswerOption, within: readonly string[]): Node {
  const { fields } = new FieldList().text('label', option.label);
  return { kind: 'answer', id: String(option.value), within, fields, affectsScores: true };
}

function itemNodes(item: ModelItem, within: readonly string[]): Node[] {
  const { fields } = new FieldList()
    .rule('type', item.type)
    .text('text', item.text)
    .rule('weight', item.weight)
    .rule('notApplicableAllowed', item.notApplicableAllowed)
    .rule('level', item.level)
    .rule('streamId', item.streamId)
    .rule('practice', within.at(-1)!);
  return [
    { kind: 'item', id: item.id, within, fields, affectsScores: item.type !== 'text' },
    ...item.options.map((option) => answerNode(option, [...within, item.id])),
  ];
}

function practiceNodes(practice: ModelPractice, dimensionId: string): Node[] {
  const list = new FieldList()
    .text('name', practice.name)
    .text('description', practice.description)
    .rule('weight', practice.weight)
    .rule('dimension', dimensionId);
  for (const { practiceId, level } of practice.prerequisites) list.note(`prerequisites.${practiceId}`, level);
  for (const [level, text] of Object.entries(practice.descriptors)) list.text(`descriptors.${level}`, text);
  const within = [dimensionId, practice.id];
  return [
    { kind: 'practice', id: practice.id, within: [dimensionId], fields: list.fields, affectsScores: true },
    ...practice.streams.map((stream) => streamNode(stream, within)),
    ...practice.items.flatMap((item) => itemNodes(item, within)),
  ];
}

function dimensionNodes(dimension: ModelDimension): Node[] {
  const { fields } = new FieldList()
    .text('name', dimension.name)
    .text('description', dimension.description)
    .rule('weight', dimension.weight);
  return [
    { kind: 'dimension', id: dimension.id, within: [], fields, affectsScores: true },
    ...dimension.practices.flatMap((practice) => practiceNodes(practice, dimension.id)),
  ];
}

function nodesOf(model: MaturityModel): Node[] {
  const { fields } = new FieldList()
    .note('version', model.version)
    .note('licence', model.licence)
    .text('name', model.name)
    .text('description', model.description)
    .rule('scoring.method', model.scoring.method)
    .rule('scoring.satisfaction', model.scoring.satisfaction);
  return [
    { kind: 'model', id: model.id, within: [], fields, affectsScores: true },
    ...model.levels.map(levelNode),
    ...model.dimensions.flatMap(dimensionNodes),
  ];
}

/** Practices and items keep their identity when they move; streams and answers belong to where they are. */
function identity(node: Node): string {
  if (node.kind === 'model') return 'model';
  const local = node.kind === 'stream' || node.kind === 'answer';
  return [node.kind, local ? node.within.at(-1) : '', node.id].join('\n');
}

function changedFields(before: Node, after: Node): ModelChange[] {
  const names = new Set([...before.fields.keys(), ...after.fields.keys()]);
  return [...names].flatMap((field) => {
    const old = before.fields.get(field);
    const now = after.fields.get(field);
    if (old?.value === now?.value) return [];
    const affectsScores = (now ?? old)!.affectsScores;
    const { kind, id, within } = before;
    return [
      {
        change: 'changed',
        node: kind,
        id,
        within,
        field,
        before: old?.value ?? null,
        after: now?.value ?? null,
        affectsScores,
      },
    ];
  });
}

function wholeNode(change: 'added' | 'removed', { kind, id, within, affectsScores }: Node): ModelChange {
  return { change, node: kind, id, within, field: null, before: null, after: null, affectsScores };
}

/**
 * The changes that lead from `a` to `b`: first everything of `a` in its order (removed or changed), then what `b` adds.
 * Answers have no id: one whose value changed is one removed and one added.
 */
export function diffMaturityModels(a: MaturityModel, b: MaturityModel): ModelChange[] {
  const before = nodesOf(a);
  const after = new Map(nodesOf(b).map((node) => [identity(node), node]));
  const known = new Set(before.map(identity));
  const changes = before.flatMap((node) => {
    const counterpart = after.get(identity(node));
    return counterpart ? changedFields(node, counterpart) : [wholeNode('removed', node)];
  });
  for (const [key, node] of after) if (!known.has(key)) changes.push(wholeNode('added', node));
  return changes;
}
