import type { MigrationInterface, QueryRunner } from 'typeorm';

/** How much goes through a product, so that an ecosystem view can weigh it. */
export class ProductVolume1795100000006 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    // Customers or contacts in a year; unstated is not 0.
    await runner.query(`ALTER TABLE product ADD COLUMN volume double precision CHECK (volume > 0 AND volume <= 1e12)`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`ALTER TABLE product DROP COLUMN volume`);
  }
}
