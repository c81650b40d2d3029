import { v7 as uuidv7 } from 'uuid';
import type { ThreadFactory } from './thread.js';

const MODEL = {
  model_key: 'trace-model',
  model_version: '1.0.0',
  content: '{}',
  source: 'a model',
  source_hash: Buffer.alloc(32),
};
const WAVE = {
  purpose: 'To see where we stand',
  scope_kind: 'organization',
  period_start: '2026-01-01',
  period_end: '2026-03-31',
  deadline: '2026-03-31T12:00:00Z',
  anonymity: 'anonymous',
  minimum_group_size: 5,
  state: 'published',
  published_at: '2026-04-01T12:00:00Z',
};
const RESULTS = { formula: 'scores/1', confidence: 0.95, unit: 'level', submissions: 40, reason: 'closed' };

/** Published results in which two groups differ by more than noise, in one practice and so on the whole. */
export async function publishGap(threads: ThreadFactory) {
  const model = await threads.add('maturity_model_version', MODEL);
  await threads.insert('model_node', {
    model_version_id: model,
    node_kind: 'practice',
    node_id: 'listening',
    position: 0,
    weight: 1,
    name: '{"en":"Listening"}',
  });
  const assessmentId = await threads.add('assessment', { model_version_id: model, name: 'Wave 1', ...WAVE });
  const results = await threads.add('result_set', { assessment_id: assessmentId, ...RESULTS });
  const groups = { group_a: uuidv7(), group_b: uuidv7(), difference: 1.2, beyond_noise: true };
  for (const [kind, node] of [
    ['practice', 'listening'],
    ['overall', 'overall'],
  ])
    await threads.insert('result_gap', { result_set_id: results, node_kind: kind, node_id: node, ...groups });
  return { assessmentId, nodeId: 'listening' };
}
