/**
 * Who answered for the metric `m` of the organisation `o`, by day or month (`grain`, an expression), in whole quarters from
 * the one that `from` lies in: what `withheldBuckets` of the domain decides with. Null for a metric that was never one of
 * perception; one that no longer is keeps what was answered to itself.
 */
export const peopleBehind = (grain: string, from: string): string => `
  (SELECT CASE WHEN k.perception THEN (
      SELECT coalesce(json_agg(json_build_object('day', to_char(r.bucket AT TIME ZONE o.time_zone, 'YYYY-MM-DD'),
        'n', CASE WHEN k.counted THEN r.n ELSE r.observations END) ORDER BY r.bucket), '[]')
      FROM rollup r WHERE r.organization_id = m.organization_id AND r.metric_id = m.id AND r.segment_set_id = 0
        AND r.grain = ${grain}
        AND r.bucket >= date_trunc('quarter', (${from} - interval '7 days') AT TIME ZONE o.time_zone) AT TIME ZONE o.time_zone)
    END
   FROM (SELECT bool_or(e.class = 'perception' AND e.formula IS NULL) AS perception, bool_or(e.aggregation = 'share') AS counted
     FROM metric_version e WHERE e.organization_id = m.organization_id AND e.metric_id = m.id) k)`;
