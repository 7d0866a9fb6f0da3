import { type MigrationInterface, type QueryRunner, Table, TableIndex } from 'typeorm';
import { count, id, instant, longText, ref } from './support/columns.js';

export class ReviewsCreateReviews implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.createTable(
      new Table({
        name: 'reviews_reviews',
        columns: [
          id(),
          ref('session_id'),
          ref('listing_id'),
          ref('expert_id'),
          ref('learner_id'),
          count('stars'),
          longText('text'),
          instant('created_at'),
        ],
        indices: [
          new TableIndex({
            name: 'reviews_reviews_session',
            columnNames: ['session_id'],
            isUnique: true,
          }),
          new TableIndex({ name: 'reviews_reviews_expert', columnNames: ['expert_id'] }),
        ],
      }),
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.dropTable('reviews_reviews');
  }
}
