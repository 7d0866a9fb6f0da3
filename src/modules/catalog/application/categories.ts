import { Injectable } from '@nestjs/common';
import { UnitOfWork } from '../../../platform/database/unit-of-work.js';
import { CategoryUnknownError } from '../domain/catalog.errors.js';
import type { Category } from '../domain/category.js';
import { CategoryTree } from '../domain/category-tree.js';
import { CategoryAddressRecord, CategoryRecord } from '../persistence/catalog.records.js';

/** The tree of what people can get help with, as it is read. */
@Injectable()
export class Categories {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  async tree(): Promise<CategoryTree> {
    return new CategoryTree(
      await this.unitOfWork.manager.find(CategoryRecord, {
        order: { position: 'ASC', slug: 'ASC' },
      }),
    );
  }

  /** Of a merged one, the one that it went into. @throws CategoryUnknownError */
  async byId(id: string): Promise<Category> {
    const category = (await this.tree()).category(id);
    if (!category) throw new CategoryUnknownError(id);
    return category;
  }

  /** By an address that it has or had. @throws CategoryUnknownError */
  async byAddress(slug: string): Promise<Category> {
    const address = await this.unitOfWork.manager.findOneBy(CategoryAddressRecord, { slug });
    if (!address) throw new CategoryUnknownError(slug);
    return this.byId(address.categoryId);
  }

  /** What an address is called today; one that never was any stays as it is. */
  async presentAddress(slug: string): Promise<string> {
    const tree = await this.tree();
    const address = await this.unitOfWork.manager.findOneBy(CategoryAddressRecord, { slug });
    return (address && tree.category(address.categoryId)?.slug) ?? slug;
  }

  /** Addresses that lead to the category besides its own, sorted. */
  async oldAddresses({ id, slug }: Pick<Category, 'id' | 'slug'>): Promise<string[]> {
    const addresses = await this.unitOfWork.manager.find(CategoryAddressRecord, {
      where: { categoryId: id },
      order: { slug: 'ASC' },
    });
    return addresses.map((address) => address.slug).filter((address) => address !== slug);
  }
}
