import { join } from 'node:path';
import { Global, Module } from '@nestjs/common';
import { AppConfig } from '../config/config.js';
import { FileStore } from './file-store.js';
import { LocalFileStore } from './local-file-store.js';

@Global()
@Module({
  providers: [
    {
      provide: FileStore,
      inject: [AppConfig],
      useFactory: (config: AppConfig) => new LocalFileStore(join(config.dataDir, 'files')),
    },
  ],
  exports: [FileStore],
})
export class StorageModule {}
