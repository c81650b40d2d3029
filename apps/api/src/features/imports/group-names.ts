import type { RaterGroupKind } from '@touchstone/domain';
import { clearlyMeant, keyOf } from './plain-text.js';

export interface ImportGroup {
  readonly id: string;
  readonly kind: RaterGroupKind;
  readonly name: string;
}

/** What offices call the kinds of rater groups, in both languages. */
const KIND_NAMES: Readonly<Record<RaterGroupKind, readonly string[]>> = {
  executives: ['executives', 'executive', 'management', 'leadership', '高层管理者', '高管', '高层', '管理层'],
  programme_office: [
    'programme office',
    'program office',
    'cx office',
    'pmo',
    '体验管理办公室',
    '体验办公室',
    '体验办',
    '体验管理部',
  ],
  owning_teams: ['owning teams', 'owning team', 'teams', '责任团队', '业务团队', '归口团队'],
  front_line: ['front line', 'front-line staff', 'frontline', '一线员工', '一线', '前线员工'],
  partners: ['partners', 'partner', '合作伙伴', '伙伴', '供应商'],
  other: ['other', 'others', '其他', '其它'],
};

/** Which group of the wave a text in a spreadsheet means; null where that is not clear. */
export function groupMatcher(groups: readonly ImportGroup[]): (text: string) => ImportGroup | null {
  const exact = new Map<string, ImportGroup | null>();
  const add = (name: string, group: ImportGroup): void => {
    const key = keyOf(name);
    if (key === '') return;
    const known = exact.get(key);
    exact.set(key, known !== undefined && known !== group ? null : group);
  };
  for (const group of groups) {
    add(group.id, group);
    add(group.name, group);
  }
  const named = [...exact].flatMap(([key, target]) => (target ? [{ key, target }] : []));
  for (const group of groups) {
    // Where a wave has two groups of a kind, the kind's name says nothing.
    if (groups.some((other) => other !== group && other.kind === group.kind)) continue;
    for (const name of [group.kind, ...KIND_NAMES[group.kind]])
      if (!exact.has(keyOf(name))) exact.set(keyOf(name), group);
  }
  return (text) => {
    const key = keyOf(text);
    if (key === '') return null;
    const known = exact.get(key);
    return known !== undefined ? known : clearlyMeant(key, named);
  };
}
