import { Injectable } from '@nestjs/common';
import { DomainError, NotFoundError } from '../../shared/domain-error.js';
import { Clock } from '../clock.js';
import { isUniqueViolation } from '../database/errors.js';
import { UnitOfWork } from '../database/unit-of-work.js';
import { Ids } from '../ids.js';
import { contentTypeOf, safeFileName } from './file-kinds.js';
import { FileStore, type StoredFile } from './file-store.js';
import { UploadReaderRecord, UploadRecord } from './upload.record.js';
import { withoutMetadata } from './without-metadata.js';

/** Pictures and documents; anything a browser could run as a page or script is not among them. */
const SIGNATURES: readonly {
  readonly contentType: string;
  readonly begins: readonly (number | null)[];
}[] = [
  { contentType: 'image/jpeg', begins: [0xff, 0xd8, 0xff] },
  { contentType: 'image/png', begins: [0x89, 0x50, 0x4e, 0x47] },
  // RIFF, a length of any size, WEBP: recordings of sound begin with RIFF too.
  {
    contentType: 'image/webp',
    begins: [...ascii('RIFF'), null, null, null, null, ...ascii('WEBP')],
  },
  { contentType: 'application/pdf', begins: [0x25, 0x50, 0x44, 0x46] },
];

export class FileKindRefusedError extends DomainError {
  constructor() {
    super(
      'invalid',
      'files.kind_refused',
      'only JPEG, PNG and WebP pictures and PDF documents can be sent',
      {
        accepted: SIGNATURES.map((signature) => signature.contentType),
      },
    );
  }
}

/** For places that take more than pictures; which, the place says. */
export class FileNameRefusedError extends DomainError {
  constructor(accepted: readonly string[]) {
    super('invalid', 'files.name_refused', 'this kind of file cannot be sent here', {
      accepted: accepted.join(', '),
    });
  }
}

export class FileTooLargeError extends DomainError {
  constructor(bytesMax: number) {
    super('invalid', 'files.too_large', 'this file is larger than what is taken here', {
      mb: Math.floor(bytesMax / 1024 / 1024),
    });
  }
}

export interface UploadView {
  readonly id: string;
  readonly fileName: string;
  readonly contentType: string;
  readonly sizeBytes: number;
}

export interface NamedFile {
  readonly fileName: string;
  readonly file: StoredFile;
}

/** Files that people send, each readable by its owner and those it was shown to. */
@Injectable()
export class Uploads {
  constructor(
    private readonly files: FileStore,
    private readonly unitOfWork: UnitOfWork,
    private readonly clock: Clock,
    private readonly ids: Ids,
  ) {}

  /**
   * What the bytes are decides the kind, not what the sender calls them. Of a picture only the picture is kept,
   * not where and when it was taken. @throws FileKindRefusedError
   */
  async add(ownerId: string, fileName: string, sent: Uint8Array): Promise<UploadView> {
    const contentType = kindOf(sent);
    if (contentType === null) throw new FileKindRefusedError();
    return this.keep(ownerId, fileName, contentType, sent);
  }

  /**
   * The same for a place that takes files of many kinds; what is no picture is never shown by a browser, only saved.
   *
   * @param allowed endings of file names
   * @throws FileNameRefusedError
   */
  async addOf(
    allowed: readonly string[],
    ownerId: string,
    fileName: string,
    sent: Uint8Array,
  ): Promise<UploadView> {
    const contentType = contentTypeOf(fileName, kindOf(sent), allowed);
    if (contentType === null) throw new FileNameRefusedError(allowed);
    return this.keep(ownerId, fileName, contentType, sent);
  }

  private async keep(
    ownerId: string,
    fileName: string,
    contentType: string,
    sent: Uint8Array,
  ): Promise<UploadView> {
    const bytes = withoutMetadata(sent, contentType);
    const id = this.ids.next();
    await this.files.put(keyOf(id), bytes, contentType);
    const view = { id, fileName: safeFileName(fileName), contentType, sizeBytes: bytes.byteLength };
    await this.unitOfWork.manager.insert(UploadRecord, {
      ...view,
      ownerId,
      uploadedAt: this.clock.now(),
    });
    return view;
  }

  /** What it is, for its owner. @throws NotFoundError when it is somebody else's */
  async ownedBy(id: string, ownerId: string): Promise<UploadView> {
    const record = await this.unitOfWork.manager.findOneBy(UploadRecord, { id, ownerId });
    if (!record) throw new NotFoundError('file');
    const { fileName, contentType, sizeBytes } = record;
    return { id, fileName, contentType, sizeBytes };
  }

  /** @throws NotFoundError when it is somebody else's */
  async assertOwned(id: string, ownerId: string): Promise<void> {
    if (!(await this.unitOfWork.manager.existsBy(UploadRecord, { id, ownerId })))
      throw new NotFoundError('file');
  }

  /** Lets somebody else read it; only its owner can. @throws NotFoundError */
  async show(id: string, ownerId: string, personId: string): Promise<void> {
    await this.assertOwned(id, ownerId);
    try {
      await this.unitOfWork.manager.insert(UploadReaderRecord, {
        id: this.ids.next(),
        uploadId: id,
        personId,
      });
    } catch (error) {
      if (!isUniqueViolation(error)) throw error;
    }
  }

  /** @throws NotFoundError for everybody who may not read it */
  async read(id: string, personId: string): Promise<NamedFile> {
    const { manager } = this.unitOfWork;
    const record = await manager.findOneBy(UploadRecord, { id });
    const mayRead =
      record?.ownerId === personId ||
      (await manager.existsBy(UploadReaderRecord, { uploadId: id, personId }));
    if (record === null || !mayRead) throw new NotFoundError('file');
    return { fileName: record.fileName, file: await this.readForStaff(id) };
  }

  /** For what its owner put up for everybody; whoever calls this has checked that. @throws NotFoundError */
  readPublished(id: string): Promise<StoredFile> {
    return this.readForStaff(id);
  }

  /** For the console, which checks the role and writes the audit entry. @throws NotFoundError */
  async readForStaff(id: string): Promise<StoredFile> {
    const file = await this.files.get(keyOf(id));
    if (!file) throw new NotFoundError('file');
    return file;
  }
}

function keyOf(id: string): string {
  return `uploads/${id}`;
}

function ascii(letters: string): number[] {
  return [...Buffer.from(letters, 'ascii')];
}

function kindOf(bytes: Uint8Array): string | null {
  return (
    SIGNATURES.find(({ begins }) =>
      begins.every((byte, index) => byte === null || bytes[index] === byte),
    )?.contentType ?? null
  );
}
