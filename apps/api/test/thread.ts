import { newId } from '../src/platform/database/unit-of-work.js';

interface Database {
  query(sql: string, parameters?: unknown[]): Promise<unknown>;
}

/** Rows of one whole thread, each put where its own feature would have put it, so that a joint can be looked at alone. */
export class ThreadFactory {
  private numbers = 0;

  constructor(
    private readonly database: Database,
    private readonly organizationId: string,
  ) {}

  async insert(table: string, values: Record<string, unknown>): Promise<string> {
    const row: Record<string, unknown> = { organization_id: this.organizationId, ...values };
    const columns = Object.keys(row);
    const places = columns.map((_, index) => `$${index + 1}`);
    await this.database.query(
      `INSERT INTO ${table} (${columns.join(', ')}) VALUES (${places.join(', ')})`,
      Object.values(row),
    );
    return String(row['id'] ?? '');
  }

  add = (table: string, values: Record<string, unknown>): Promise<string> =>
    this.insert(table, { id: newId(), ...values });

  numbered = (table: string, values: Record<string, unknown>): Promise<string> =>
    this.add(table, { number: (this.numbers += 1), ...values });

  async metric(name: string): Promise<string> {
    const id = await this.add('metric', { key: name.toLowerCase().replaceAll(' ', '_'), name });
    await this.insert('metric_version', {
      metric_id: id,
      number: 1,
      valid_from: '2000-01-01',
      class: 'state',
      category: 'operational',
      aggregation: 'mean',
      unit: 'minutes',
      direction: 'lower',
    });
    return id;
  }

  touchpoint = (name: string, more: Record<string, unknown> = {}): Promise<string> =>
    this.add('touchpoint', { name, channel: 'phone', ...more });

  async painPoint(title: string, touchpointId: string | null, more: Record<string, unknown> = {}): Promise<string> {
    const id = await this.numbered('pain_point', { title, ...more });
    if (touchpointId) {
      await this.insert('pain_point_touchpoint', { pain_point_id: id, touchpoint_id: touchpointId });
    }
    return id;
  }

  async initiative(title: string, painPointId: string | null, more: Record<string, unknown> = {}): Promise<string> {
    const id = await this.numbered('initiative', { title, ...more });
    if (painPointId) await this.insert('initiative_pain_point', { initiative_id: id, pain_point_id: painPointId });
    return id;
  }

  effect = (initiativeId: string, metricId: string, more: Record<string, unknown> = {}): Promise<string> =>
    this.add('effect_registration', {
      initiative_id: initiativeId,
      metric_id: metricId,
      direction: 'down',
      expected_change: 2,
      method: 'before_after',
      baseline_from: '2025-01-01',
      baseline_to: '2025-06-01',
      planned_launch_on: '2025-06-01',
      evaluate_on: '2025-12-01',
      minimum_n: 30,
      ...more,
    });

  verdict = (registrationId: string, more: Record<string, unknown> = {}): Promise<string> =>
    this.add('effect_verdict', {
      registration_id: registrationId,
      occasion: 'evaluation',
      judged_on: '2025-12-01',
      verdict: 'proven',
      formula: 'before-after/1',
      estimate: -2.5,
      lower: -3,
      upper: -2,
      n_before: 40,
      n_after: 40,
      inputs: '{}',
      fingerprint: Buffer.alloc(32),
      ...more,
    });

  /** Goal → objective → metric → touchpoint → pain point → opportunity → initiative → effect → verdict. */
  async whole() {
    const goal = await this.add('business_goal', { name: 'Keep customers' });
    const objective = await this.add('experience_objective', { name: 'Answered at once', goal_id: goal });
    const metric = await this.metric('Waiting time');
    await this.add('metric_link', { metric_id: metric, objective_id: objective });
    const journey = await this.add('journey', { name: 'Getting help' });
    const stage = await this.add('journey_stage', { journey_id: journey, position: 0, name: 'Calling' });
    const touchpoint = await this.touchpoint('Hotline');
    await this.add('touchpoint_placement', { stage_id: stage, touchpoint_id: touchpoint, position: 0 });
    await this.add('metric_link', { metric_id: metric, touchpoint_id: touchpoint });
    const team = await this.add('team', { name: 'Service centre', kind: 'service' });
    const ownership = await this.add('ownership', {
      touchpoint_id: touchpoint,
      team_id: team,
      responsibility: 'accountable',
      valid_from: '2020-01-01',
    });
    const painPoint = await this.painPoint('People wait', touchpoint);
    const opportunity = await this.numbered('opportunity', { title: 'Call back' });
    await this.insert('opportunity_pain_point', { opportunity_id: opportunity, pain_point_id: painPoint });
    const initiative = await this.initiative('Call back in ten minutes', painPoint, { opportunity_id: opportunity });
    const effect = await this.effect(initiative, metric);
    const verdict = await this.verdict(effect);
    const thread = { goal, objective, metric, journey, stage, touchpoint, team, ownership, painPoint, opportunity };
    return { ...thread, initiative, effect, verdict };
  }
}
