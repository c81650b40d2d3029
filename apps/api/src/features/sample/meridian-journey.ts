import type { SampleAtlas } from './sample-journey.js';

/** One flight, as a passenger goes through it. */
export const MERIDIAN_ATLAS: SampleAtlas = {
  personas: [
    {
      name: 'Commuter in a suit',
      description: 'Flies on Mondays and Thursdays, knows the crew, wants to work or sleep.',
      needs:
        'A seat that is quiet, a connection that holds, and the truth about delays before leaving for the airport.',
    },
    {
      name: 'Family on holiday',
      description: 'Four people, five bags, once a year; everything is new and nothing may go wrong.',
      needs: 'Seats together, food that a child eats, and somebody who explains the way at every corner.',
    },
  ],
  products: [{ name: 'Scheduled flights', volume: 4_200_000 }],
  judge: 'Crew workshop, autumn 2026',
  journeys: [
    {
      name: 'A flight',
      summary: 'From the search for a flight to the bag on the belt.',
      persona: 'Commuter in a suit',
      product: 'Scheduled flights',
      stages: [
        {
          name: 'Choosing a flight',
          lifecycle: 'consideration',
          cells: {
            scenario: 'A meeting on Thursday at eleven, in another city.',
            doing: 'Looks for the flight before nine; books on the phone.',
            thinking: 'The early one is full again.',
            expectation: 'Three taps: there, back, pay.',
            pain: 'Two screens of insurance and hire cars before the price.',
            opportunity: 'Whoever books every week sees one screen.',
            front_stage: 'Web page and app.',
            back_stage: 'Fares change while one looks at them.',
          },
          touchpoints: [
            { name: 'Flight times', factor: 'key_moment', emotion: 1, asked: 150 },
            { name: 'Book online', factor: 'inhibitor', emotion: -1, asked: 146 },
          ],
        },
        {
          name: 'Getting ready',
          lifecycle: 'decision',
          cells: {
            scenario: 'The evening before: is the boarding pass there?',
            doing: 'Opens the app, picks the aisle, closes it.',
            thinking: 'Which gate? It never says.',
            expectation: 'To go straight to security.',
            pain: 'The gate is known an hour before, and elsewhere first.',
            opportunity: 'Say the gate and the walk to it as soon as they are known.',
            front_stage: 'App.',
            support: 'The airport’s system names the gate.',
          },
          touchpoints: [{ name: 'Online boarding', factor: 'motivator', emotion: 2, asked: 148 }],
        },
        {
          name: 'At the airport',
          lifecycle: 'purchase',
          cells: {
            scenario: 'Forty minutes from the door of the taxi to the door of the aircraft.',
            doing: 'Walks past the desk; whoever has a bag queues.',
            thinking: 'How far can B47 be?',
            expectation: 'No queue without a reason, no gate without a sign.',
            pain: 'The gate changes while one walks to it.',
            opportunity: 'A word on the phone before the sign changes.',
            front_stage: 'Desk and gate staff.',
            back_stage: 'Gates are given by the airport, late.',
          },
          touchpoints: [
            { name: 'Check-in desk', emotion: 0, asked: 150 },
            { name: 'The way to the gate', factor: 'inhibitor', emotion: -2, asked: 150 },
          ],
        },
        {
          name: 'On board',
          lifecycle: 'purchase',
          cells: {
            scenario: 'Two hours: work, eat, close the eyes.',
            doing: 'Opens the laptop, gives up on the wifi, watches half a film.',
            thinking: 'They know my name. They do not know that I am vegetarian.',
            expectation: 'Quiet, clean, something decent to eat.',
            pain: 'The wifi takes ten minutes to say that it is not there.',
            opportunity: 'Say on which flights it works, and charge for those.',
            front_stage: 'Cabin crew.',
            back_stage: 'Cleaning has eleven minutes, catering loads by last year’s numbers.',
            support: 'Wifi provider, caterer.',
          },
          evidence: { pain: ['asked', 20, 'Passenger survey: lowest of fourteen ratings, thirteen times in a row'] },
          touchpoints: [
            { name: 'Welcome by the crew', factor: 'motivator', emotion: 2, asked: 150 },
            { name: 'The seat', factor: 'key_moment', emotion: 1, asked: 150 },
            { name: 'Leg room', emotion: 1, asked: 149 },
            { name: 'Wifi on board', factor: 'inhibitor', emotion: -3, asked: 142 },
            { name: 'Food and drink', emotion: 0, asked: 150 },
            { name: 'Entertainment on board', factor: 'motivator', emotion: 1, asked: 150 },
            { name: 'Service during the flight', factor: 'motivator', emotion: 2, asked: 150 },
            { name: 'Cleanliness of the cabin', emotion: 0 },
          ],
        },
        {
          name: 'Arriving',
          lifecycle: 'after_sales',
          cells: {
            scenario: 'The meeting is in fifty minutes; the bag is somewhere.',
            doing: 'Stands at the belt, writes that it will be late.',
            thinking: 'Next time only hand luggage.',
            expectation: 'The bag is there when I am.',
            pain: 'Nobody says how long it takes.',
            opportunity: 'The minute of the first bag on the phone.',
            back_stage: 'One crew unloads three aircraft.',
            support: 'Ground handler under contract until 2028.',
          },
          touchpoints: [{ name: 'Baggage belt', factor: 'key_moment', emotion: 1, asked: 150 }],
        },
      ],
      future: {
        cells: {
          'Choosing a flight': { doing: 'Opens the app; the usual Thursday is there to be confirmed.' },
          'On board': {
            doing: 'Works, where it said that the wifi works.',
            pain: 'Over the sea there is still none.',
          },
          Arriving: { thinking: 'Eleven minutes, they say. Time for a coffee.' },
        },
      },
    },
  ],
};
