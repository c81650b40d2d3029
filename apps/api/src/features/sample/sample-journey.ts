import type { EvidenceKind, LifecycleStage, PlacementFactor, TextLane } from '@touchstone/domain';

/** A touchpoint of the sample library, standing in a stage. */
export interface SamplePlacement {
  readonly name: string;
  readonly factor?: PlacementFactor;
  readonly emotion?: number;
  /** How many customers were asked; without it the emotion was judged in a workshop. */
  readonly asked?: number;
}

export interface SampleStage {
  readonly name: string;
  readonly lifecycle: LifecycleStage;
  readonly cells: Readonly<Partial<Record<TextLane, string>>>;
  /** How that is known: from what kind of evidence, how many days ago, and where it is to be found. */
  readonly evidence?: Readonly<Partial<Record<TextLane, readonly [EvidenceKind, daysAgo: number, source: string]>>>;
  readonly touchpoints: readonly SamplePlacement[];
  /** When somebody last looked at it, where that is long ago. */
  readonly confirmedDaysAgo?: number;
}

/** What the future state says otherwise, stage by stage, and the touchpoints that come with it. */
export interface SampleFuture {
  readonly cells: Readonly<Record<string, Readonly<Partial<Record<TextLane, string>>>>>;
  readonly touchpoints?: Readonly<Record<string, readonly string[]>>;
}

export interface SampleJourney {
  readonly name: string;
  readonly summary: string;
  readonly persona: string;
  readonly product: string;
  readonly stages: readonly SampleStage[];
  readonly future?: SampleFuture;
}

export interface SampleAtlas {
  readonly personas: readonly { readonly name: string; readonly description: string; readonly needs: string }[];
  /** With the customers or contacts that they have in a year. */
  readonly products: readonly { readonly name: string; readonly volume: number }[];
  readonly journeys: readonly SampleJourney[];
  /** Who judged what customers were not asked about. */
  readonly judge: string;
}
