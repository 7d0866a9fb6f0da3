import { Global, Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { AppConfig } from '../config/config.js';
import { FileStore } from './file-store.js';
import { FilesController } from './files.controller.js';
import { LocalFileStore } from './local-file-store.js';
import { UploadReaderRecord, UploadRecord } from './upload.record.js';
import { Uploads } from './uploads.js';

@Global()
@Module({
  imports: [TypeOrmModule.forFeature([UploadRecord, UploadReaderRecord])],
  controllers: [FilesController],
  providers: [
    Uploads,
    {
      provide: FileStore,
      inject: [AppConfig],
      useFactory: (config: AppConfig) => new LocalFileStore(config.filesDir),
    },
  ],
  exports: [FileStore, Uploads],
})
export class StorageModule {}
