/** What an initiative is worth, as somebody entered it before its launch. Amounts in pounds. */
export interface SampleBenefit {
  /** The key of the initiative. */
  readonly initiative: string;
  readonly name: string;
  readonly kind: 'saving' | 'revenue' | 'retention' | 'risk';
  readonly target: number;
  readonly forecast?: number;
  /** Of one unit of the metric that it promised to move. */
  readonly worthPerUnit?: number;
  /** Locked numbers stay; checked ones somebody else has looked at. */
  readonly state: 'open' | 'locked' | 'checked';
}
