import { Injectable } from '@nestjs/common';
import { isUniqueViolation } from '../../../platform/database/errors.js';
import { UnitOfWork } from '../../../platform/database/unit-of-work.js';
import { Ids } from '../../../platform/ids.js';
import { CategoryUnknownError, SlugTakenError } from '../domain/catalog.errors.js';
import type { Category } from '../domain/category.js';
import { CategoryRecord } from '../persistence/catalog.records.js';

/** The tree of what people can get help with. */
@Injectable()
export class Categories {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly ids: Ids,
  ) {}

  async all(): Promise<Category[]> {
    return this.unitOfWork.manager.find(CategoryRecord, {
      order: { position: 'ASC', slug: 'ASC' },
    });
  }

  /** @throws CategoryUnknownError */
  async byId(id: string): Promise<Category> {
    const category = await this.unitOfWork.manager.findOneBy(CategoryRecord, { id });
    if (!category) throw new CategoryUnknownError(id);
    return category;
  }

  /** @throws SlugTakenError */
  async add(category: Omit<Category, 'id'>): Promise<string> {
    const id = this.ids.next();
    try {
      await this.unitOfWork.manager.insert(CategoryRecord, { id, ...category });
    } catch (error) {
      throw isUniqueViolation(error) ? new SlugTakenError(category.slug) : error;
    }
    return id;
  }
}
