import type { ApolloServerPlugin } from '@apollo/server';

const SECONDS_TO_WAIT = '5';

/** Says with 503 as well that the database did not answer, so that proxies and scripts need not read the errors. */
export function outageStatus(): ApolloServerPlugin {
  return {
    async requestDidStart() {
      return {
        async willSendResponse({ response }) {
          if (response.body.kind !== 'single') return;
          const { errors = [] } = response.body.singleResult;
          if (!errors.some(({ extensions }) => extensions?.['code'] === 'UNAVAILABLE')) return;
          response.http.status = 503;
          response.http.headers.set('retry-after', SECONDS_TO_WAIT);
        },
      };
    },
  };
}
