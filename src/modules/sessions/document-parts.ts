import { DocumentFiles } from './application/document-files.js';
import { DocumentVersions } from './application/document-versions.js';
import { Documents } from './application/documents.js';
import { DocxConverter } from './application/docx-converter.js';
import { LiveDocuments } from './application/live-documents.js';
import { DocumentVersionsController } from './http/document-versions.controller.js';
import { DocumentsController } from './http/documents.controller.js';
import { DocxThread } from './integrations/docx/docx-thread.js';
import {
  DocumentRecord,
  DocumentUpdateRecord,
  DocumentVersionRecord,
} from './persistence/document.records.js';
import { DocumentsGateway } from './realtime/documents.gateway.js';

/* What the module is made of for the sake of shared documents. */

export const DOCUMENT_RECORDS = [DocumentRecord, DocumentUpdateRecord, DocumentVersionRecord];

export const DOCUMENT_CONTROLLERS = [DocumentsController, DocumentVersionsController];

export const DOCUMENT_PROVIDERS = [
  LiveDocuments,
  DocumentVersions,
  Documents,
  DocumentFiles,
  DocumentsGateway,
  { provide: DocxConverter, useClass: DocxThread },
];
