import { Injectable } from '@nestjs/common';
import { DomainError, NotFoundError } from '../../shared/domain-error.js';
import { Clock } from '../clock.js';
import { isUniqueViolation } from '../database/errors.js';
import { UnitOfWork } from '../database/unit-of-work.js';
import { Ids } from '../ids.js';
import { FileStore, type StoredFile } from './file-store.js';
import { UploadReaderRecord, UploadRecord } from './upload.record.js';
import { withoutMetadata } from './without-metadata.js';

/** Pictures and documents; anything a browser could run as a page or script is not among them. */
const SIGNATURES: readonly { readonly contentType: string; readonly begins: readonly number[] }[] =
  [
    { contentType: 'image/jpeg', begins: [0xff, 0xd8, 0xff] },
    { contentType: 'image/png', begins: [0x89, 0x50, 0x4e, 0x47] },
    { contentType: 'image/webp', begins: [0x52, 0x49, 0x46, 0x46] },
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

export interface UploadView {
  readonly id: string;
  readonly fileName: string;
  readonly contentType: string;
  readonly sizeBytes: number;
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
    const bytes = withoutMetadata(sent, contentType);
    const id = this.ids.next();
    await this.files.put(keyOf(id), bytes, contentType);
    const view = { id, fileName: fileName.slice(0, 200), contentType, sizeBytes: bytes.byteLength };
    await this.unitOfWork.manager.insert(UploadRecord, {
      ...view,
      ownerId,
      uploadedAt: this.clock.now(),
    });
    return view;
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
  async read(id: string, personId: string): Promise<StoredFile> {
    const { manager } = this.unitOfWork;
    const mayRead =
      (await manager.existsBy(UploadRecord, { id, ownerId: personId })) ||
      (await manager.existsBy(UploadReaderRecord, { uploadId: id, personId }));
    if (!mayRead) throw new NotFoundError('file');
    return this.readForStaff(id);
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

function kindOf(bytes: Uint8Array): string | null {
  return (
    SIGNATURES.find(({ begins }) => begins.every((byte, index) => bytes[index] === byte))
      ?.contentType ?? null
  );
}
