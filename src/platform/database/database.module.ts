import { Global, Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { AppConfig, Secrets } from '../config/config.js';
import { databaseOptions } from './database-options.js';
import { createDataSource } from './serial-sqlite.js';
import { UnitOfWork } from './unit-of-work.js';

@Global()
@Module({
  imports: [
    TypeOrmModule.forRootAsync({
      inject: [AppConfig, Secrets],
      useFactory: async (config: AppConfig, secrets: Secrets) => ({
        ...(await databaseOptions(config, secrets)),
        autoLoadEntities: true,
        retryAttempts: 0,
      }),
      dataSourceFactory: async (options) => {
        if (!options) throw new Error('the data source was configured without options');
        const dataSource = await createDataSource(options).initialize();
        await dataSource.runMigrations();
        return dataSource;
      },
    }),
  ],
  providers: [UnitOfWork],
  exports: [UnitOfWork],
})
export class DatabaseModule {}
